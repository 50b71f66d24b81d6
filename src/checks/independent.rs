//! `[[independent]]`: no member depends on another, in one step or through what is no member.

use crate::base::{Name, Set};
use crate::graph::{NodeId, Reach, Reference, View};
use crate::rules::Selector;
use crate::select::Thing;
use crate::violation::{Evidence, Finding, Violation};

use super::evidence;
use super::look::Look;
use super::pairs::Pairs;

/// One finding per pair of members: all direct references, or else the shortest chain.
pub fn check(look: &Look<'_>, members: &Selector, indirect: bool) -> Vec<Violation> {
    let things = look.scene.things(members);
    let owners = owners(look.scene.graph().node_count(), &things);
    let contract = Contract {
        look,
        members,
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
        let reach = Reach::new(view, &sources, |node| self.owner(node).is_none());
        let mut seen = Set::default();
        let mut violations = Vec::new();
        for &node in reach.nodes() {
            let Some(other) = self.owner(node).filter(|&other| other != member) else {
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
        violations
    }

    fn violation(&self, (from, to): (Name, Name), indirect: bool, evidence: Evidence) -> Violation {
        let finding = Finding::NotIndependent { from, to, indirect };
        let label = "none of these may depend on another".to_owned();
        self.look
            .violation(finding, evidence, self.members.location, label)
    }
}

/// For each node the thing that it belongs to; the smallest, where things lie in one another.
pub fn owners(nodes: usize, things: &[Thing]) -> Vec<Option<usize>> {
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
