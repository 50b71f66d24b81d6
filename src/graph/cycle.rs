//! Cycles among groups: components, the shortest cycle of each, and what to cut.

use std::collections::VecDeque;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::base::Map;

use super::order::cheapest_order;
use super::{GroupId, Lifted};

/// How many edges a search for the shortest cycle follows before it is content with the shortest one found.
const MAX_STEPS: usize = 50_000_000;

/// The edges to cut so that no cycle is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The edges, sorted.
    pub edges: Vec<(GroupId, GroupId)>,
    /// Whether no cheaper cut exists, counted in references.
    pub minimal: bool,
}

/// The strongly connected components of two groups or more: each sorted, and sorted by their first group.
#[must_use]
pub(crate) fn components(lifted: &Lifted) -> Vec<Vec<GroupId>> {
    let edges = lifted.edges.iter().map(|&(from, to, _)| (from.0, to.0));
    let graph = DiGraph::<(), ()>::from_edges(edges);
    // Kosaraju rather than Tarjan: petgraph's Tarjan recurses, and a long chain of modules would end the stack.
    let mut components: Vec<Vec<GroupId>> = petgraph::algo::kosaraju_scc(&graph)
        .into_iter()
        .filter(|component| component.len() > 1)
        .map(|component| sorted(component.into_iter().map(group).collect()))
        .collect();
    components.sort_unstable();
    components
}

/// A shortest cycle among the groups of a component, from its smallest group on; the last step leads back to the first.
/// Among cycles of one length, the one with the smallest first group wins.
///
/// In a component so large that its shortest cycle cannot be told in reasonable time, it is the shortest one found.
#[must_use]
pub(crate) fn shortest_cycle(lifted: &Lifted, component: &[GroupId]) -> Vec<GroupId> {
    let inner = Inner::new(lifted, component);
    let mut search = CycleSearch::new(&inner);
    for start in 0..component.len() {
        let done = search.best.len() == 2 || (search.steps > MAX_STEPS && !search.best.is_empty());
        if done {
            break;
        }
        search.through(start);
    }
    search
        .best
        .into_iter()
        .map(|index| component[index])
        .collect()
}

/// The cheapest set of edges found that breaks every cycle among the groups of a component, where an edge costs its references.
#[must_use]
pub(crate) fn cut(lifted: &Lifted, component: &[GroupId]) -> Cut {
    let inner = Inner::new(lifted, component);
    let (order, minimal) = cheapest_order(&inner.weighted);
    let mut position = vec![0; component.len()];
    for (place, &index) in order.iter().enumerate() {
        position[index] = place;
    }
    let backward = inner.weighted.iter().enumerate().flat_map(|(from, edges)| {
        let position = &position;
        edges
            .iter()
            .filter(move |&&(to, _)| position[to] < position[from])
            .map(move |&(to, _)| (component[from], component[to]))
    });
    let mut edges: Vec<_> = backward.collect();
    edges.sort_unstable();
    Cut { edges, minimal }
}

/// The edges among the groups of one component, by their places in it.
struct Inner {
    /// For each group: targets with the number of references, sorted.
    weighted: Vec<Vec<(usize, u64)>>,
}

impl Inner {
    fn new(lifted: &Lifted, component: &[GroupId]) -> Self {
        let places: Map<GroupId, usize> = component.iter().copied().zip(0..).collect();
        let edges_of = |&from: &GroupId| {
            lifted
                .edges_from(from)
                .iter()
                .filter_map(|(_, to, references)| Some((*places.get(to)?, references.len() as u64)))
                .collect()
        };
        Self {
            weighted: component.iter().map(edges_of).collect(),
        }
    }
}

/// A search for a shortest cycle, breadth first from one group after the other.
struct CycleSearch<'i> {
    inner: &'i Inner,
    best: Vec<usize>,
    /// How many edges were followed.
    steps: usize,
    /// For each group: from which start it was last reached, and from where.
    before: Vec<(usize, usize)>,
}

impl<'i> CycleSearch<'i> {
    fn new(inner: &'i Inner) -> Self {
        Self {
            inner,
            best: Vec::new(),
            steps: 0,
            before: vec![(usize::MAX, 0); inner.weighted.len()],
        }
    }

    /// Looks for a cycle through `start` that is shorter than the best one and has no group before `start`.
    fn through(&mut self, start: usize) {
        let mut open = VecDeque::from([(start, 1)]);
        while let Some((here, length)) = open.pop_front() {
            if !self.best.is_empty() && length >= self.best.len() {
                return;
            }
            for &(to, _) in &self.inner.weighted[here] {
                self.steps += 1;
                if to == start {
                    self.best = self.way(start, here);
                    return;
                }
                if to > start && self.before[to].0 != start {
                    self.before[to] = (start, here);
                    open.push_back((to, length + 1));
                }
            }
        }
    }

    fn way(&self, start: usize, end: usize) -> Vec<usize> {
        let mut way = vec![end];
        let mut here = end;
        while here != start {
            here = self.before[here].1;
            way.push(here);
        }
        way.reverse();
        way
    }
}

fn group(index: NodeIndex) -> GroupId {
    GroupId(u32::try_from(index.index()).expect("groups are made from u32"))
}

fn sorted(mut groups: Vec<GroupId>) -> Vec<GroupId> {
    groups.sort_unstable();
    groups
}
