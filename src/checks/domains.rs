//! The boundaries that `[domain.*]` declares: `uses`, `public`, `visible-to`.

use crate::base::{Level, Location, Name, name};
use crate::graph::{NodeSet, Reference, ReferenceSet};
use crate::rules::{Domain, Kinds, NameList, NamePattern};
use crate::select::{Scene, Selection};
use crate::violation::{Finding, Law, Violation};

use super::evidence;
use super::kinds::looks_at;
use super::pairs::Pairs;

/// A lint about the boundaries of domains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DomainLint {
    /// A domain depends on a domain that its `uses` does not list.
    UndeclaredDependency,
    /// A domain is reached past its `public` doors.
    PrivateAccess,
    /// A domain is used by one that its `visible-to` does not list.
    InvisibleDependency,
}

impl DomainLint {
    /// Every lint, in the order of the reference.
    pub(crate) const ALL: [Self; 3] = [
        Self::UndeclaredDependency,
        Self::PrivateAccess,
        Self::InvisibleDependency,
    ];

    /// Its id.
    #[must_use]
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::UndeclaredDependency => "undeclared-dependency",
            Self::PrivateAccess => "private-access",
            Self::InvisibleDependency => "invisible-dependency",
        }
    }
}

/// What breaks the boundaries of domains, by one lint. The `ignored` references are treated as absent.
#[must_use]
pub(crate) fn check_domains(
    lint: DomainLint,
    level: Level,
    scene: &Scene<'_>,
    ignored: &ReferenceSet,
) -> Vec<Violation> {
    let doors: Vec<Option<Doors>> = match lint {
        DomainLint::PrivateAccess => scene
            .domains()
            .map(|(_, domain)| Doors::new(scene, domain))
            .collect(),
        DomainLint::UndeclaredDependency | DomainLint::InvisibleDependency => Vec::new(),
    };
    let default = Kinds::default();
    let mut pairs = Pairs::new();
    for (id, reference) in scene.graph().references() {
        let conditions = scene.graph().conditions().get(reference.conditions);
        if ignored.contains(id) || !looks_at(&default, reference, conditions) {
            continue;
        }
        let broken = match lint {
            DomainLint::UndeclaredDependency => undeclared(scene, reference),
            DomainLint::PrivateAccess => private(scene, reference, &doors),
            DomainLint::InvisibleDependency => invisible(scene, reference),
        };
        if let Some(ends) = broken {
            pairs.entry(ends).or_default().push(id);
        }
    }
    pairs
        .into_iter()
        .filter_map(|((from, to), ids)| {
            let (finding, law) = verdict(lint, scene, from, to)?;
            Some(Violation {
                rule: name(lint.id()),
                level,
                finding,
                evidence: evidence::references(scene, &ids),
                law: Some(law),
            })
        })
        .collect()
}

/// The doors of a domain.
struct Doors {
    public: Selection,
    /// The modules on the way to a door: naming them reaches nothing but the way.
    above: NodeSet,
}

impl Doors {
    fn new(scene: &Scene<'_>, domain: &Domain) -> Option<Self> {
        let public = scene.select(domain.public.as_ref()?);
        let mut above = NodeSet::default();
        for door in public.nodes().iter() {
            let mut next = scene.graph().node(door).parent;
            while let Some(parent) = next.filter(|&parent| above.insert(parent)) {
                next = scene.graph().node(parent).parent;
            }
        }
        Some(Self { public, above })
    }

    fn admit(&self, scene: &Scene<'_>, reference: &Reference) -> bool {
        let names_the_way =
            scene.item_at_door(reference).is_none() && self.above.contains(reference.door);
        names_the_way || self.public.door(scene, reference)
    }
}

/// Judged by the domain of the door, for that is the one that is relied upon; by the definition where the door is in none.
fn undeclared(scene: &Scene<'_>, reference: &Reference) -> Option<(Name, Name)> {
    let from = scene.domain_of(reference.importer)?;
    let uses = scene.domain(from).uses.as_ref()?;
    let to = scene
        .domain_of(reference.door)
        .or_else(|| scene.domain_of(reference.imported))
        .filter(|&to| to != from)?;
    let (from, to) = (scene.domain(from), scene.domain(to));
    (!to.shared && !lists(uses, to.name)).then_some((from.name, to.name))
}

fn private(
    scene: &Scene<'_>,
    reference: &Reference,
    doors: &[Option<Doors>],
) -> Option<(Name, Name)> {
    let to = scene.domain_of(reference.door)?;
    if scene.domain_of(reference.importer) == Some(to) {
        return None;
    }
    let admitted = doors[to.0 as usize].as_ref()?.admit(scene, reference);
    (!admitted).then(|| (scene.group(reference.importer), scene.domain(to).name))
}

fn invisible(scene: &Scene<'_>, reference: &Reference) -> Option<(Name, Name)> {
    let to = scene.domain_of(reference.door)?;
    let from = scene.domain_of(reference.importer);
    let visible_to = scene.domain(to).visible_to.as_ref()?;
    let listed = from.is_some_and(|from| from == to || lists(visible_to, scene.domain(from).name));
    (!listed).then(|| (scene.group(reference.importer), scene.domain(to).name))
}

fn lists(names: &NameList, domain: Name) -> bool {
    names
        .names
        .iter()
        .any(|(name, _)| NamePattern { text: *name }.matches(&domain))
}

fn verdict(lint: DomainLint, scene: &Scene<'_>, from: Name, to: Name) -> Option<(Finding, Law)> {
    let target = scene.domain(scene.domain_named(to)?);
    Some(match lint {
        DomainLint::UndeclaredDependency => {
            let importer = scene.domain(scene.domain_named(from)?);
            let uses = importer.uses.as_ref()?;
            let finding = Finding::UndeclaredDependency {
                from,
                to,
                declared: names_of(uses),
            };
            let label = if uses.names.is_empty() {
                "it may depend on no domain".to_owned()
            } else {
                format!("`{to}` is not among them")
            };
            (finding, law(importer, uses.location, label))
        }
        DomainLint::PrivateAccess => {
            let public = target.public.as_ref()?;
            let doors = public.terms.iter().map(|term| term.text).collect();
            let label = format!("the only doors of `{to}`");
            (
                Finding::PrivateAccess { from, to, doors },
                law(target, public.location, label),
            )
        }
        DomainLint::InvisibleDependency => {
            let visible_to = target.visible_to.as_ref()?;
            let finding = Finding::InvisibleDependency {
                from,
                to,
                visible_to: names_of(visible_to),
            };
            let label = format!("`{from}` is not among them");
            (finding, law(target, visible_to.location, label))
        }
    })
}

fn names_of(list: &NameList) -> Vec<Name> {
    list.names.iter().map(|&(name, _)| name).collect()
}

fn law(domain: &Domain, location: Location, label: String) -> Law {
    Law {
        location: Some(location),
        label,
        because: domain.because.clone(),
        help: domain.help.clone(),
        owner: domain.owner.clone(),
        url: None,
    }
}
