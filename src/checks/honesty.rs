//! Rules that check nothing: terms that match nothing, and rules that look at nothing.

use crate::base::{Level, Location, Name, Set, first_segment, name};
use crate::graph::NodeSet;
use crate::rules::{Among, Atom, Layers, NamePattern, Rule, RuleBody, Selector, Term, nearest};
use crate::select::Scene;
use crate::violation::{Evidence, Finding, Law, Violation};

use super::layers::Stack;

/// The id of the lint about terms that match nothing.
pub(crate) const UNMATCHED_SELECTOR: &str = "unmatched-selector";
/// The id of the lint about rules that look at nothing.
pub(crate) const VACUOUS_RULE: &str = "vacuous-rule";

/// Crates that every package can use without declaring them.
const BUILT_IN_CRATES: [&str; 5] = ["std", "core", "alloc", "proc_macro", "test"];

/// The levels of the two lints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HonestyLevels {
    /// Of `unmatched-selector`.
    pub unmatched: Level,
    /// Of `vacuous-rule`.
    pub vacuous: Level,
}

/// What the rule files say that means nothing in this graph: terms that match nothing, in the order of the rule files,
/// and for rules whose terms all match, whether anything is left to look at.
///
/// `known_crates` are the crates that packages depend on, whether the code uses them or not: a rule against a crate that
/// nobody uses has reached its goal. Rules and domains with `may-be-empty` are passed over.
#[must_use]
pub(crate) fn check_honesty(
    levels: HonestyLevels,
    scene: &Scene<'_>,
    known_crates: &[Name],
) -> Vec<Violation> {
    let audit = Audit {
        levels,
        scene,
        known_crates,
    };
    let domains = scene
        .domains()
        .filter(|(_, domain)| !domain.may_be_empty)
        .flat_map(|(id, _)| audit.domain(id));
    let rules = scene
        .rules()
        .rules
        .iter()
        .filter(|rule| !rule.may_be_empty)
        .flat_map(|rule| audit.rule(rule));
    domains.chain(rules).collect()
}

/// What a selector is for; it decides what may match nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It must match modules.
    Modules,
    /// It must match modules or items in them.
    Items,
    /// It names what is to be kept away: a known crate may be away already.
    Targets,
}

struct Audit<'s> {
    levels: HonestyLevels,
    scene: &'s Scene<'s>,
    known_crates: &'s [Name],
}

impl Audit<'_> {
    fn domain(&self, id: crate::select::DomainId) -> Vec<Violation> {
        let domain = self.scene.domain(id);
        let label = name(&format!("domain.{}", domain.name));
        let mut found = self.unmatched(label, "modules", &domain.modules, Role::Modules);
        if let Some(public) = &domain.public {
            found.extend(self.unmatched(label, "public", public, Role::Items));
        }
        let has_modules = || {
            let mut nodes = self.scene.graph().nodes();
            nodes.any(|(node, _)| self.scene.domain_of(node) == Some(id))
        };
        if found.is_empty() && !has_modules() {
            found.push(self.vacuous(label, domain.location, "others claim all of its modules"));
        }
        found
    }

    fn rule(&self, rule: &Rule) -> Vec<Violation> {
        let mut found = Vec::new();
        for (key, selector, role) in selectors(rule) {
            found.extend(self.unmatched(rule.id, key, selector, role));
        }
        if let RuleBody::Layers(layers) = &rule.body {
            found.extend(self.missing_layers(rule, layers));
        }
        if found.is_empty() {
            found.extend(
                self.emptiness(rule)
                    .map(|why| self.vacuous(rule.id, rule.location, why)),
            );
        }
        found
    }

    fn unmatched(
        &self,
        subject: Name,
        key: &str,
        selector: &Selector,
        role: Role,
    ) -> Vec<Violation> {
        let selection = self.scene.select(selector);
        selector
            .terms
            .iter()
            .zip(&selection.terms)
            .filter(|(term, bound)| {
                let matches = match role {
                    Role::Modules => self.has_module(bound.nodes()),
                    Role::Items => bound.matches_anything(self.scene),
                    Role::Targets => {
                        bound.matches_anything(self.scene) || self.is_away_already(term)
                    }
                };
                !matches
            })
            .map(|(term, _)| {
                self.unmatched_term(subject, key, term.text, term.location, self.near(term))
            })
            .collect()
    }

    fn unmatched_term(
        &self,
        rule: Name,
        key: &str,
        term: Name,
        location: Location,
        near: Option<Name>,
    ) -> Violation {
        let finding = Finding::UnmatchedSelector {
            rule,
            key: name(key),
            term,
            near,
        };
        violation(
            UNMATCHED_SELECTOR,
            self.levels.unmatched,
            finding,
            location,
            "matches nothing".to_owned(),
        )
    }

    fn vacuous(&self, rule: Name, location: Location, why: &str) -> Violation {
        violation(
            VACUOUS_RULE,
            self.levels.vacuous,
            Finding::VacuousRule { rule },
            location,
            why.to_owned(),
        )
    }

    fn has_module(&self, nodes: &NodeSet) -> bool {
        nodes.iter().any(|node| self.scene.is_module(node))
    }

    /// Whether the term is about a crate that is known, but of which no code uses this.
    fn is_away_already(&self, term: &Term) -> bool {
        let root = |atom: &Atom| match atom {
            Atom::Path(pattern) => pattern.segments.first().copied(),
            Atom::Domain(_) | Atom::Layer(_) | Atom::Tag(_) | Atom::Package(_) => None,
        };
        term.atoms.iter().all(|atom| {
            root(atom).is_some_and(|root| {
                self.outside_crates()
                    .iter()
                    .any(|known| root.matches(known))
            })
        })
    }

    /// The crates outside of the workspace that code could use.
    fn outside_crates(&self) -> Vec<&'static str> {
        let own: Set<Name> = self.own_crates().collect();
        let outside = self
            .known_crates
            .iter()
            .filter(|&known| !own.contains(known));
        outside.map(Name::as_str).chain(BUILT_IN_CRATES).collect()
    }

    fn own_crates(&self) -> impl Iterator<Item = Name> {
        self.scene
            .graph()
            .nodes()
            .filter(|&(id, node)| self.scene.is_module(id) && node.parent.is_none())
            .map(|(_, node)| node.path)
    }

    /// What was probably meant.
    fn near(&self, term: &Term) -> Option<Name> {
        let bang = if term.negated { "!" } else { "" };
        let near = match term.atoms.first()? {
            Atom::Path(pattern) => self.near_path(&pattern.literal()?)?.to_string(),
            Atom::Domain(pattern) => {
                let names = self.scene.domains().map(|(_, domain)| domain.name);
                format!("domain:{}", near_name(*pattern, names)?)
            }
            Atom::Layer(pattern) => {
                let names = self.scene.layers().iter().map(|&(name, _)| name);
                format!("layer:{}", near_name(*pattern, names)?)
            }
            Atom::Tag(pattern) => {
                let names = self.scene.domains().flat_map(|(_, domain)| &domain.tags);
                format!("tag:{}", near_name(*pattern, names.copied())?)
            }
            Atom::Package(pattern) => {
                let graph = self.scene.graph();
                let names = graph.nodes().filter_map(|(_, node)| node.package);
                format!("package:{}", near_name(*pattern, names)?)
            }
        };
        Some(name(&format!("{bang}{near}")))
    }

    /// The path, or the crate of it, that is closest to one that does not exist.
    fn near_path(&self, path: &str) -> Option<Name> {
        let graph = self.scene.graph();
        let of_crate = |name: &str| graph.find(name).is_some();
        if of_crate(first_segment(path)) {
            let same_crate = graph
                .nodes()
                .map(|(_, node)| node.path.as_str())
                .filter(|other| first_segment(other) == first_segment(path));
            let near = nearest(path, same_crate.filter(|other| other.contains("::")));
            return near.map(name);
        }
        let crates = self
            .own_crates()
            .map(|own| own.as_str())
            .chain(self.outside_crates());
        let near = nearest(first_segment(path), crates)?;
        let whole = format!("{near}{}", &path[first_segment(path).len()..]);
        let is_module = graph.find(&whole).is_some();
        Some(name(if is_module { &whole } else { near }))
    }

    /// Layers that no container has, though they may not be missing.
    fn missing_layers(&self, rule: &Rule, layers: &Layers) -> Vec<Violation> {
        let stack = Stack::new(self.scene, layers);
        if stack.containers.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (at, row) in layers.rows.iter().enumerate() {
            for (column, layer) in row.layers.iter().enumerate() {
                if !layer.optional && !stack.has(at, column) {
                    let near = match &layer.selector {
                        Some(selector) => selector.terms.first().and_then(|term| self.near(term)),
                        None => self.near_layer(&stack, layer.name),
                    };
                    found.push(self.unmatched_term(
                        rule.id,
                        "order",
                        layer.name,
                        row.location,
                        near,
                    ));
                }
            }
        }
        found
    }

    /// The module right below a container that the layer was probably meant to be.
    fn near_layer(&self, stack: &Stack, layer: Name) -> Option<Name> {
        let graph = self.scene.graph();
        let mut modules = Vec::new();
        for container in &stack.containers {
            for &root in &container.roots {
                let children = self.scene.children(root).iter();
                modules.extend(
                    children.filter_map(|&child| {
                        container.relative(self.scene, &graph.node(child).path)
                    }),
                );
            }
        }
        nearest(&layer, modules).map(name)
    }

    /// Why a rule whose terms all match looks at nothing.
    fn emptiness(&self, rule: &Rule) -> Option<&'static str> {
        let any_module = |selector: &Selector| {
            let mut nodes = self.scene.select(selector).nodes().clone();
            if let Some(except) = &rule.except {
                nodes.subtract(self.scene.select(except).nodes());
            }
            self.has_module(&nodes)
        };
        match &rule.body {
            RuleBody::Layers(layers) => {
                let stack = Stack::new(self.scene, layers);
                let present = (0..layers.rows.len())
                    .flat_map(|row| (0..layers.rows[row].layers.len()).map(move |at| (row, at)))
                    .filter(|&(row, column)| stack.has(row, column))
                    .count();
                match (stack.containers.len(), present) {
                    (0, _) => Some("`inside` leaves no container"),
                    (_, 0) => Some("none of its layers is there"),
                    (_, 1) if !layers.exhaustive => Some("only one of its layers is there"),
                    _ => None,
                }
            }
            RuleBody::Forbid { from, .. } => {
                (!any_module(from)).then_some("`from` leaves no module")
            }
            RuleBody::Protect { what, .. } => {
                let empty = what.terms.iter().all(|term| term.negated)
                    && self.scene.select(what).nodes().is_empty();
                empty.then_some("`what` leaves nothing")
            }
            RuleBody::Independent { members, .. } => {
                (self.scene.things(members).len() < 2).then_some("it needs two members to compare")
            }
            RuleBody::Acyclic { among, inside, .. } => self.lonely(*among, inside.as_ref()),
        }
    }

    /// Why there is nothing that could form a circle.
    fn lonely(&self, among: Among, inside: Option<&Selector>) -> Option<&'static str> {
        let within = inside.map(|inside| self.scene.select(inside).nodes().clone());
        let graph = self.scene.graph();
        let modules = || {
            graph.nodes().map(|(id, _)| id).filter(|&id| {
                self.scene.is_module(id) && within.as_ref().is_none_or(|within| within.contains(id))
            })
        };
        match among {
            Among::Domains => {
                let domains: Set<_> = modules()
                    .filter_map(|id| self.scene.domain_of(id))
                    .collect();
                (domains.len() < 2).then_some("it needs two domains to compare")
            }
            Among::Packages => {
                let packages: Set<_> = modules().filter_map(|id| graph.node(id).package).collect();
                (packages.len() < 2).then_some("it needs two packages to compare")
            }
            Among::Modules => {
                (modules().nth(1).is_none()).then_some("it needs two modules to compare")
            }
            Among::Layers => {
                let present = self
                    .scene
                    .layers()
                    .iter()
                    .filter(|(_, nodes)| !nodes.is_empty());
                (present.count() < 2).then_some("it needs two layers to compare")
            }
            Among::Siblings => {
                let compares = modules().any(|id| self.scene.children(id).len() > 1);
                (!compares).then_some("no module has two children to compare")
            }
        }
    }
}

/// The selectors of a rule, with their keys.
fn selectors(rule: &Rule) -> Vec<(&'static str, &Selector, Role)> {
    let mut found = match &rule.body {
        RuleBody::Layers(layers) => layers
            .inside
            .iter()
            .map(|inside| ("inside", inside, Role::Modules))
            .collect(),
        RuleBody::Forbid { from, to, .. } => {
            vec![("from", from, Role::Modules), ("to", to, Role::Targets)]
        }
        RuleBody::Protect { what, only_by } => vec![
            ("what", what, Role::Targets),
            ("only-by", only_by, Role::Modules),
        ],
        RuleBody::Independent { members, .. } => vec![("members", members, Role::Modules)],
        RuleBody::Acyclic { inside, .. } => inside
            .iter()
            .map(|inside| ("inside", inside, Role::Modules))
            .collect(),
    };
    found.extend(
        rule.except
            .iter()
            .map(|except| ("except", except, Role::Modules)),
    );
    found
}

fn near_name(pattern: NamePattern, names: impl Iterator<Item = Name>) -> Option<Name> {
    let names: Vec<Name> = names.collect();
    nearest(&pattern.text, names.iter().map(Name::as_str)).map(name)
}

fn violation(
    lint: &str,
    level: Level,
    finding: Finding,
    location: Location,
    label: String,
) -> Violation {
    Violation {
        rule: name(lint),
        level,
        finding,
        evidence: Evidence::Place(Some(location)),
        law: Some(Law {
            location: Some(location),
            label,
            ..Law::default()
        }),
    }
}
