//! `[[forbid]]`: `from` must not depend on `to`, in one step or through others.

use std::collections::BTreeMap;

use crate::base::{Location, Map, Name, Set};
use crate::graph::{NodeId, NodeSet, Reach, Reference, ReferenceId, View};
use crate::rules::Selector;
use crate::select::Selection;
use crate::violation::{Evidence, Finding, Hop, Violation};

use super::evidence;
use super::look::Look;
use super::pairs::{Pairs, selected_ends};

/// One finding per importing and imported group: all direct references, or else the shortest chain.
pub fn check(look: &Look<'_>, from: &Selector, to: &Selector, indirect: bool) -> Vec<Violation> {
    let ban = Ban {
        look,
        to,
        from: look.scene.select(from),
        banned: look.scene.select(to),
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
            ban.violation(finding, evidence, from, ids[0])
        })
        .collect();
    if indirect {
        violations.extend(ban.chains(&direct));
    }
    violations
}

struct Ban<'l> {
    look: &'l Look<'l>,
    to: &'l Selector,
    from: Selection,
    banned: Selection,
}

/// The references that lead from each module to what is banned.
type Hits<'g> = Map<NodeId, Vec<(ReferenceId, &'g Reference)>>;

impl Ban<'_> {
    fn direct(&self) -> Pairs {
        let mut pairs = Pairs::new();
        for (id, reference) in self.look.references() {
            if self.from.importer(reference) && self.hits(reference) {
                pairs
                    .entry(self.ends(reference.importer, reference))
                    .or_default()
                    .push(id);
            }
        }
        pairs
    }

    /// Whether the reference leads to what is banned, from the outside.
    fn hits(&self, reference: &Reference) -> bool {
        self.banned.imported(self.look.scene, reference) && !self.stays_inside(reference)
    }

    /// What is banned may use itself, even where it is a part of `from`.
    fn stays_inside(&self, reference: &Reference) -> bool {
        let scene = self.look.scene;
        let banned = self.banned.nodes();
        let Reference {
            importer, imported, ..
        } = *reference;
        if !banned.contains(importer) || !banned.contains(imported) {
            return false;
        }
        let domain = scene.domain_of(importer);
        self.top(importer) == self.top(imported)
            || (domain.is_some() && domain == scene.domain_of(imported))
    }

    /// The topmost banned module above a banned module.
    fn top(&self, mut node: NodeId) -> NodeId {
        let graph = self.look.scene.graph();
        while let Some(parent) = graph.node(node).parent {
            if !self.banned.nodes().contains(parent) {
                break;
            }
            node = parent;
        }
        node
    }

    fn ends(&self, from: NodeId, reference: &Reference) -> (Name, Name) {
        selected_ends(self.look.scene, from, reference, self.to, &self.banned)
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
    fn hits_from_outside(&self) -> Hits<'_> {
        let mut hits = Hits::default();
        for (id, reference) in self.look.references() {
            if self.may_be_inner(reference.importer) && self.hits(reference) {
                hits.entry(reference.importer)
                    .or_default()
                    .push((id, reference));
            }
        }
        hits
    }

    fn may_be_inner(&self, node: NodeId) -> bool {
        !self.from.nodes().contains(node) && !self.banned.nodes().contains(node)
    }

    fn chains_from(
        &self,
        sources: &NodeSet,
        view: &View,
        hits: &Hits<'_>,
        direct: &Pairs,
    ) -> Vec<Violation> {
        let reach = Reach::new(view, sources, |node| self.may_be_inner(node));
        let mut seen = Set::default();
        let mut violations = Vec::new();
        for &node in reach.nodes() {
            let (Some(ways), Some(chain)) = (hits.get(&node), reach.chain_to(node)) else {
                continue;
            };
            for (_, reference) in ways {
                let ends = self.ends(chain[0], reference);
                if !direct.contains_key(&ends) && seen.insert(ends) {
                    violations.push(self.chain(ends, view, &chain, ways));
                }
            }
        }
        violations
    }

    fn chain(
        &self,
        (from, to): (Name, Name),
        view: &View,
        chain: &[NodeId],
        ways: &[(ReferenceId, &Reference)],
    ) -> Violation {
        let last: Vec<ReferenceId> = ways
            .iter()
            .filter(|(_, reference)| self.ends(chain[0], reference) == (from, to))
            .map(|&(id, _)| id)
            .collect();
        let mut hops = evidence::hops(self.look.scene, view, chain);
        hops.push(self.last_hop(chain[chain.len() - 1], &last));
        let finding = Finding::Forbidden {
            from,
            to,
            indirect: true,
        };
        self.violation(finding, Evidence::Chain(hops), from, last[0])
    }

    fn last_hop(&self, from: NodeId, references: &[ReferenceId]) -> Hop {
        let graph = self.look.scene.graph();
        let mut hop = evidence::hop(
            self.look.scene,
            graph.node(from).path,
            graph.node(from).path,
            references,
        );
        let shown = graph.reference(ReferenceId(
            u32::try_from(hop.site.reference).expect("made from u32"),
        ));
        let judged = if self.banned.definition(shown) {
            shown.imported
        } else {
            shown.door
        };
        hop.to = graph.node(judged).path;
        hop
    }

    fn violation(
        &self,
        finding: Finding,
        evidence: Evidence,
        from: Name,
        reference: ReferenceId,
    ) -> Violation {
        let label = format!("`{from}` must not depend on this");
        self.look
            .violation(finding, evidence, self.place(reference), label)
    }

    /// The term that bans what the reference leads to.
    fn place(&self, reference: ReferenceId) -> Location {
        let scene = self.look.scene;
        self.banned
            .term_of(scene, scene.graph().reference(reference))
            .map_or(self.to.location, |term| self.to.terms[term].location)
    }
}
