//! `[[independent]]`: no member depends on another, in one step or through what is no member and holds no two of them.

use std::collections::BTreeMap;

use crate::base::{Name, Set};
use crate::graph::{NodeId, Reach, Reference, View};
use crate::rules::Selector;
use crate::select::{Scene, Thing};
use crate::violation::{Evidence, Finding, Violation};

use super::evidence;
use super::look::Look;
use super::pairs::Pairs;

/// One finding per pair of members: all direct references, or else the shortest chain.
pub(super) fn check(look: &Look<'_>, members: &Selector, indirect: bool) -> Vec<Violation> {
    let things = look.scene.things(members);
    let owners = owners(look.scene.graph().node_count(), &things);
    let holders = things.iter().map(|thing| holders(look.scene, thing));
    let contract = Contract {
        look,
        members,
        holders: holders.collect(),
        things,
        owners,
    };
    let direct = contract.direct();
    let mut violations: Vec<_> = direct
        .iter()
        .map(|(&ends, ids)| contract.violation(ends, false, evidence::references(look.scene, ids)))
        .collect();
    if indirect {
        let view = look.view();
        for member in 0..contract.things.len() {
            violations.extend(contract.chains_from(member, &view, &direct));
        }
    }
    violations
}

struct Contract<'l> {
    look: &'l Look<'l>,
    members: &'l Selector,
    things: Vec<Thing>,
    owners: Vec<Option<usize>>,
    /// For each thing the modules above its roots.
    holders: Vec<Vec<NodeId>>,
}

impl Contract<'_> {
    fn direct(&self) -> Pairs {
        let mut pairs = Pairs::new();
        for (id, reference) in self.look.references() {
            if let Some(ends) = self.ends(reference) {
                pairs.entry(ends).or_default().push(id);
            }
        }
        pairs
    }

    /// The two members between which the reference runs, judged by the definition, else by the door.
    fn ends(&self, reference: &Reference) -> Option<(Name, Name)> {
        let from = self.owner(reference.importer)?;
        let to = [reference.imported, reference.door]
            .into_iter()
            .filter_map(|node| self.owner(node))
            .find(|&owner| owner != from)?;
        Some((self.things[from].name, self.things[to].name))
    }

    fn owner(&self, node: NodeId) -> Option<usize> {
        self.owners[node.0 as usize]
    }

    fn chains_from(&self, member: usize, view: &View, direct: &Pairs) -> Vec<Violation> {
        let thing = &self.things[member];
        let sources = thing
            .nodes
            .iter()
            .filter(|&node| self.owner(node) == Some(member))
            .collect();
        let mut violations = Vec::new();
        for (above_both, others) in self.others_by_holders(member) {
            let inner = |node| self.owner(node).is_none() && !above_both.contains(&node);
            let reach = Reach::new(view, &sources, inner);
            let mut seen = Set::default();
            for &node in reach.nodes() {
                let Some(other) = self.owner(node).filter(|other| others.contains(other)) else {
                    continue;
                };
                let ends = (thing.name, self.things[other].name);
                if direct.contains_key(&ends) || !seen.insert(other) {
                    continue;
                }
                if let Some(chain) = reach.chain_to(node) {
                    let hops = evidence::hops(self.look.scene, view, &chain);
                    violations.push(self.violation(ends, true, Evidence::Chain(hops)));
                }
            }
        }
        violations
    }

    /// The other members, by the modules that hold both them and this one. A module that holds two members connects them from
    /// above, and they may use what it offers: a chain through it says nothing about the two, or each would reach each.
    fn others_by_holders(&self, member: usize) -> BTreeMap<Vec<NodeId>, Set<usize>> {
        let mut groups: BTreeMap<Vec<NodeId>, Set<usize>> = BTreeMap::new();
        for other in (0..self.things.len()).filter(|&other| other != member) {
            let of_other = &self.holders[other];
            let mut both = self.holders[member].clone();
            both.retain(|node| of_other.contains(node));
            groups.entry(both).or_default().insert(other);
        }
        groups
    }

    fn violation(&self, (from, to): (Name, Name), indirect: bool, evidence: Evidence) -> Violation {
        let finding = Finding::NotIndependent { from, to, indirect };
        let label = "none of these may depend on another".to_owned();
        self.look
            .violation(finding, evidence, self.members.location, label)
    }
}

fn holders(scene: &Scene<'_>, thing: &Thing) -> Vec<NodeId> {
    let mut holders = Vec::new();
    for &root in &thing.roots {
        let parent = |&node: &NodeId| scene.graph().node(node).parent;
        holders.extend(std::iter::successors(parent(&root), parent));
    }
    holders.sort_unstable();
    holders.dedup();
    holders
}

/// For each node the thing that it belongs to; the smallest, where things lie in one another.
pub(super) fn owners(nodes: usize, things: &[Thing]) -> Vec<Option<usize>> {
    let mut owners = vec![None; nodes];
    let mut by_size: Vec<usize> = (0..things.len()).collect();
    by_size.sort_by_cached_key(|&thing| std::cmp::Reverse((things[thing].nodes.count(), thing)));
    for thing in by_size {
        for node in things[thing].nodes.iter() {
            owners[node.0 as usize] = Some(thing);
        }
    }
    owners
}
