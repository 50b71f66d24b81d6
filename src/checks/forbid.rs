//! `[[forbid]]`: `from` must not depend on `to`, in one step or through others.

use std::collections::BTreeMap;

use crate::base::{Location, Map, Name, Set};
use crate::graph::{NodeId, NodeSet, Reach, Reference, ReferenceId, View};
use crate::rules::Selector;
use crate::select::Selection;
use crate::violation::{Evidence, Finding, Violation};

use super::evidence;
use super::look::Look;
use super::pairs::{Pairs, Target, Targets};

/// One finding per importing and imported group: all direct references, or else the shortest chain.
pub(super) fn check(
    look: &Look<'_>,
    from: &Selector,
    to: &Selector,
    indirect: bool,
) -> Vec<Violation> {
    let ban = Ban {
        look,
        label: label(from),
        to,
        from: look.scene.select(from),
        banned: Targets::new(look.scene, to),
    };
    let direct = ban.direct();
    let mut violations: Vec<_> = direct
        .iter()
        .map(|(&(from, to), ids)| {
            let finding = Finding::Forbidden {
                from,
                to,
                indirect: false,
            };
            let evidence = evidence::references(look.scene, ids);
            ban.violation(finding, evidence, ids[0])
        })
        .collect();
    if indirect {
        violations.extend(ban.chains(&direct));
    }
    violations
}

/// Who must not: in the words of the rule, for a group may well do what a part of it must not.
fn label(from: &Selector) -> String {
    match from.terms.as_slice() {
        [only] => format!("`{}` must not depend on this", only.text),
        _ => "what `from` selects must not depend on this".to_owned(),
    }
}

struct Ban<'l> {
    look: &'l Look<'l>,
    label: String,
    to: &'l Selector,
    from: Selection,
    banned: Targets,
}

/// The references that lead from each module to what is banned.
type Hits = Map<NodeId, Vec<(ReferenceId, Target)>>;

impl Ban<'_> {
    fn direct(&self) -> Pairs {
        let mut pairs = Pairs::new();
        for (id, reference) in self.look.references() {
            if !self.from.importer(reference) {
                continue;
            }
            if let Some(target) = self.hit(reference) {
                let ends = target.ends(self.look.scene, reference.importer);
                pairs.entry(ends).or_default().push(id);
            }
        }
        pairs
    }

    /// What the reference leads to, if that is banned and the reference comes from the outside.
    fn hit(&self, reference: &Reference) -> Option<Target> {
        let target = self.banned.of(self.look.scene, reference)?;
        (!self.stays_inside(reference.importer, target.node)).then_some(target)
    }

    /// What is banned may use itself, even where it is a part of `from`.
    fn stays_inside(&self, from: NodeId, to: NodeId) -> bool {
        let scene = self.look.scene;
        let banned = self.banned.selection.nodes();
        if !banned.contains(from) || !banned.contains(to) {
            return false;
        }
        let domain = scene.domain_of(from);
        self.top(from) == self.top(to) || (domain.is_some() && domain == scene.domain_of(to))
    }

    /// The topmost banned module above a banned module.
    fn top(&self, mut node: NodeId) -> NodeId {
        let graph = self.look.scene.graph();
        while let Some(parent) = graph.node(node).parent {
            if !self.banned.selection.nodes().contains(parent) {
                break;
            }
            node = parent;
        }
        node
    }

    /// For each importing group, the shortest chain to each imported group that it does not reach directly.
    fn chains(&self, direct: &Pairs) -> Vec<Violation> {
        let hits = self.hits_from_outside();
        if hits.is_empty() {
            return Vec::new();
        }
        let view = self.look.view();
        let mut groups: BTreeMap<Name, NodeSet> = BTreeMap::new();
        for node in self.from.nodes().iter() {
            if self.look.scene.is_module(node) {
                let group = self.look.scene.group(node);
                groups.entry(group).or_default().insert(node);
            }
        }
        groups
            .values()
            .flat_map(|sources| self.chains_from(sources, &view, &hits, direct))
            .collect()
    }

    /// The references to what is banned that chains can end with: those of modules that may be inner ones.
    fn hits_from_outside(&self) -> Hits {
        let mut hits = Hits::default();
        for (id, reference) in self.look.references() {
            if !self.may_be_inner(reference.importer) {
                continue;
            }
            if let Some(target) = self.hit(reference) {
                hits.entry(reference.importer)
                    .or_default()
                    .push((id, target));
            }
        }
        hits
    }

    fn may_be_inner(&self, node: NodeId) -> bool {
        !self.from.nodes().contains(node) && !self.banned.selection.nodes().contains(node)
    }

    fn chains_from(
        &self,
        sources: &NodeSet,
        view: &View,
        hits: &Hits,
        direct: &Pairs,
    ) -> Vec<Violation> {
        let reach = Reach::new(view, sources, |node| self.may_be_inner(node));
        let mut seen = Set::default();
        let mut violations = Vec::new();
        for &node in reach.nodes() {
            let (Some(ways), Some(chain)) = (hits.get(&node), reach.chain_to(node)) else {
                continue;
            };
            for (_, target) in ways {
                let ends = target.ends(self.look.scene, chain[0]);
                if !direct.contains_key(&ends) && seen.insert(ends) {
                    violations.push(self.chain(ends, view, &chain, ways));
                }
            }
        }
        violations
    }

    /// The chain, and behind its last module one of the `ways` from there to what is banned.
    fn chain(
        &self,
        (from, to): (Name, Name),
        view: &View,
        chain: &[NodeId],
        ways: &[(ReferenceId, Target)],
    ) -> Violation {
        let scene = self.look.scene;
        let path = |node: NodeId| scene.graph().node(node).path;
        let last = |target: &Target| target.ends(scene, chain[0]) == (from, to);
        let end = ways.iter().find(|(_, target)| last(target));
        let end = end.expect("the chain was chosen for one of these").1.node;
        let references: Vec<ReferenceId> = ways
            .iter()
            .filter(|(_, target)| last(target) && target.node == end)
            .map(|&(id, _)| id)
            .collect();
        let mut hops = evidence::hops(scene, view, chain);
        let before_end = path(chain[chain.len() - 1]);
        hops.push(evidence::hop(scene, before_end, path(end), &references));
        let finding = Finding::Forbidden {
            from,
            to,
            indirect: true,
        };
        self.violation(finding, Evidence::Chain(hops), references[0])
    }

    fn violation(&self, finding: Finding, evidence: Evidence, reference: ReferenceId) -> Violation {
        let place = self.place(reference);
        self.look
            .violation(finding, evidence, place, self.label.clone())
    }

    /// The term that bans what the reference leads to.
    fn place(&self, reference: ReferenceId) -> Location {
        let scene = self.look.scene;
        self.banned
            .selection
            .term_of(scene, scene.graph().reference(reference))
            .map_or(self.to.location, |term| self.to.terms[term].location)
    }
}
