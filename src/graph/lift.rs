//! Edges between groups of nodes: domains, packages, layers, siblings.

use super::{NodeId, ReferenceId, View};

/// A group of nodes; what it stands for is up to whoever lifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct GroupId(pub u32);

/// A graph of groups.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lifted {
    /// The edges, sorted by their ends, each with its references, sorted; never within one group.
    pub edges: Vec<(GroupId, GroupId, Vec<ReferenceId>)>,
}

impl Lifted {
    /// Lifts each edge of a view to the groups that `lift` names for its two ends, if any.
    #[must_use]
    pub(crate) fn new(
        view: &View,
        lift: impl Fn(NodeId, NodeId) -> Option<(GroupId, GroupId)>,
    ) -> Self {
        let mut ends = Vec::new();
        for edge in view.edges() {
            let Some((from, to)) = lift(edge.from, edge.to).filter(|(from, to)| from != to) else {
                continue;
            };
            ends.extend(
                edge.references
                    .iter()
                    .map(|&reference| (from, to, reference)),
            );
        }
        Self::from_ends(ends)
    }

    /// The graph of these edges.
    #[must_use]
    pub(crate) fn from_ends(mut ends: Vec<(GroupId, GroupId, ReferenceId)>) -> Self {
        ends.sort_unstable();
        ends.dedup();
        let edges = ends
            .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
            .map(|edge| {
                let references = edge.iter().map(|&(_, _, reference)| reference).collect();
                (edge[0].0, edge[0].1, references)
            })
            .collect();
        Self { edges }
    }

    /// The references of the edge between two groups; empty where there is none.
    #[must_use]
    pub(crate) fn references(&self, from: GroupId, to: GroupId) -> &[ReferenceId] {
        self.edges
            .binary_search_by_key(&(from, to), |&(from, to, _)| (from, to))
            .map_or(&[], |at| &self.edges[at].2)
    }

    /// The edges that leave a group, by target.
    #[must_use]
    pub(crate) fn edges_from(&self, from: GroupId) -> &[(GroupId, GroupId, Vec<ReferenceId>)] {
        let start = self.edges.partition_point(|edge| edge.0 < from);
        let end = self.edges.partition_point(|edge| edge.0 <= from);
        &self.edges[start..end]
    }
}
