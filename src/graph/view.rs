//! The part of the graph that a rule looks at, as edges between nodes.

use std::ops::Range;

use crate::base::is_within;

use super::{DependencyGraph, NodeId, Reference, ReferenceId};

/// The edges that some references make, each once, from every node in the order of the target.
///
/// A reference makes an edge to the module that defines the item, and one to the door if that is a third module:
/// code that comes in through a facade depends on the facade too.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// Where the edges of each node begin in `targets`; one more at the end.
    edges: Vec<u32>,
    targets: Vec<NodeId>,
    /// Where the references of each edge begin in `references`; one more at the end.
    starts: Vec<u32>,
    references: Vec<ReferenceId>,
}

/// One edge of a [`View`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge<'v> {
    /// The importer.
    pub from: NodeId,
    /// The imported, or the door.
    pub to: NodeId,
    /// The references that make it, sorted; never empty.
    pub references: &'v [ReferenceId],
}

impl View {
    /// The edges of the references that `keep` lets in.
    #[must_use]
    pub(crate) fn new(
        graph: &DependencyGraph,
        keep: impl Fn(ReferenceId, &Reference) -> bool,
    ) -> Self {
        let ends = graph
            .references()
            .filter(|&(id, reference)| keep(id, reference))
            .flat_map(|(id, reference)| {
                let Reference {
                    importer,
                    imported,
                    door,
                    ..
                } = *reference;
                let direct = (imported != importer).then_some((importer, imported, id));
                let by_door =
                    (door != importer && door != imported).then_some((importer, door, id));
                [direct, by_door].into_iter().flatten()
            });
        Self::from_ends(graph.node_count(), ends)
    }

    /// The edges between `nodes` nodes with these ends.
    #[must_use]
    pub(crate) fn from_ends(
        nodes: usize,
        ends: impl IntoIterator<Item = (NodeId, NodeId, ReferenceId)>,
    ) -> Self {
        let mut ends: Vec<_> = ends.into_iter().collect();
        ends.sort_unstable();
        ends.dedup();
        let mut view = Self {
            edges: Vec::with_capacity(nodes + 1),
            targets: Vec::new(),
            starts: Vec::new(),
            references: Vec::with_capacity(ends.len()),
        };
        for edge in ends.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (from, to, _) = edge[0];
            view.begin_nodes_up_to(from.0 as usize + 1);
            view.targets.push(to);
            view.starts.push(count(view.references.len()));
            view.references
                .extend(edge.iter().map(|&(_, _, reference)| reference));
        }
        view.begin_nodes_up_to(nodes + 1);
        view.starts.push(count(view.references.len()));
        view
    }

    /// Number of nodes, those without an edge included.
    #[must_use]
    pub(crate) fn node_count(&self) -> usize {
        self.edges.len() - 1
    }

    /// The nodes that a node depends on, in order.
    #[must_use]
    pub(crate) fn targets(&self, from: NodeId) -> &[NodeId] {
        &self.targets[self.range(from)]
    }

    /// The edges that leave a node, by target.
    pub(crate) fn edges_from(&self, from: NodeId) -> impl Iterator<Item = Edge<'_>> {
        self.range(from).map(move |edge| self.edge_at(from, edge))
    }

    /// All edges, by importer and target.
    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        (0..)
            .map(NodeId)
            .take(self.node_count())
            .flat_map(|from| self.edges_from(from))
    }

    /// The edge between two nodes, if there is one.
    #[must_use]
    pub(crate) fn edge(&self, from: NodeId, to: NodeId) -> Option<Edge<'_>> {
        let range = self.range(from);
        let at = self.targets[range.clone()].binary_search(&to).ok()?;
        Some(self.edge_at(from, range.start + at))
    }

    fn edge_at(&self, from: NodeId, edge: usize) -> Edge<'_> {
        Edge {
            from,
            to: self.targets[edge],
            references: &self.references
                [self.starts[edge] as usize..self.starts[edge + 1] as usize],
        }
    }

    fn range(&self, from: NodeId) -> Range<usize> {
        let node = from.0 as usize;
        self.edges[node] as usize..self.edges[node + 1] as usize
    }

    fn begin_nodes_up_to(&mut self, nodes: usize) {
        let here = count(self.targets.len());
        while self.edges.len() < nodes {
            self.edges.push(here);
        }
    }
}

/// Whether one module is the other, or stands above it. Containment is not a dependency.
#[must_use]
pub(crate) fn is_family(graph: &DependencyGraph, a: NodeId, b: NodeId) -> bool {
    let (a, b) = (graph.node(a).path, graph.node(b).path);
    is_within(&a, &b) || is_within(&b, &a)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2^32 ends of references")
}
