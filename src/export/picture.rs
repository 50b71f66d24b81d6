//! What a picture shows, whatever its format.

use std::collections::BTreeMap;

use crate::base::Name;
use crate::graph::{NodeId, ReferenceId, ReferenceSet, View};
use crate::select::Scene;

use super::Collapse;

/// Nodes and edges to draw.
pub(super) struct Picture {
    /// The names, sorted.
    pub nodes: Vec<Name>,
    /// The edges, by the places of their ends in `nodes`, sorted.
    pub edges: Vec<Arrow>,
}

/// An edge to draw.
pub(super) struct Arrow {
    /// Place of the importer in `nodes`.
    pub from: usize,
    /// Place of the imported in `nodes`.
    pub to: usize,
    /// How many references make it.
    pub references: usize,
    /// Whether one of them breaks a rule.
    pub violating: bool,
}

impl Picture {
    /// Collapses the modules of the workspace.
    pub(super) fn new(scene: &Scene<'_>, collapse: Collapse, violating: &ReferenceSet) -> Self {
        let graph = scene.graph();
        let view = View::new(graph, |id, reference| {
            let test = graph.conditions().get(reference.conditions).test;
            scene.is_module(reference.imported) && (!test || violating.contains(id))
        });
        let name = |node: NodeId| group(scene, collapse, node);
        let mut edges: BTreeMap<(Name, Name), Vec<ReferenceId>> = BTreeMap::new();
        for edge in view.edges() {
            let ends = (name(edge.from), name(edge.to));
            if ends.0 != ends.1 {
                let references = edges.entry(ends).or_default();
                references.extend(edge.references.iter().copied());
            }
        }
        let library = graph
            .nodes()
            .filter(|&(id, node)| scene.is_module(id) && !node.test)
            .map(|(id, _)| name(id));
        let mut nodes: Vec<Name> = library
            .chain(edges.keys().flat_map(|&(from, to)| [from, to]))
            .collect();
        nodes.sort_unstable();
        nodes.dedup();
        let place = |name: Name| nodes.binary_search(&name).expect("every end is a node");
        let arrow = |(&(from, to), references): (&(Name, Name), &mut Vec<ReferenceId>)| {
            // One that goes through a door stands at two edges between modules, and is one between packages.
            references.sort_unstable();
            references.dedup();
            Arrow {
                from: place(from),
                to: place(to),
                references: references.len(),
                violating: references.iter().any(|&id| violating.contains(id)),
            }
        };
        let edges = edges.iter_mut().map(arrow).collect();
        Self { nodes, edges }
    }
}

fn group(scene: &Scene<'_>, collapse: Collapse, node: NodeId) -> Name {
    let module = scene.graph().node(node);
    match collapse {
        Collapse::Domains => scene.group(node),
        Collapse::Packages => module.package.unwrap_or_else(|| scene.crate_of(node)),
        Collapse::Modules => module.path,
    }
}
