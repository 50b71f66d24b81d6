//! Resolved references → graph.

use super::{DependencyGraph, Node, NodeId, NodeKind, Reference};
use crate::base::Name;
use crate::modules::{ModuleId, ModuleTree};
use crate::resolve::{Resolution, ResolvedReference, Target};
use crate::workspace::Workspace;

/// Builds the graph of a workspace: every module is a node, referred to or not.
#[must_use]
pub(crate) fn build(
    workspace: &Workspace,
    tree: &ModuleTree,
    resolution: Resolution,
) -> DependencyGraph {
    let mut graph = DependencyGraph::default();
    let modules: Vec<NodeId> = module_nodes(&mut graph, workspace, tree);
    let references = resolution
        .references
        .iter()
        .map(|reference| edge(&mut graph, &modules, reference))
        .collect();
    let names = resolution.names.iter();
    let names = names.map(|&(module, name)| (modules[module.0 as usize], name));
    graph
        .with_references(references, resolution.conditions)
        .with_names(names.collect())
}

fn module_nodes(
    graph: &mut DependencyGraph,
    workspace: &Workspace,
    tree: &ModuleTree,
) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = Vec::with_capacity(tree.modules.len());
    for (_, module) in tree.modules() {
        let krate = tree.crate_(module.crate_id);
        let package = &workspace.packages[krate.package];
        let kind = package.targets[krate.target].kind;
        let parent = module.parent.map(|parent| nodes[parent.0 as usize]);
        let declared_in_tests = !module.declarations.is_empty()
            && module
                .declarations
                .iter()
                .all(|declaration| crate::resolve::is_test(&declaration.conditions));
        let parent_is_test = parent.is_some_and(|parent| graph.node(parent).test);
        nodes.push(graph.add_node(Node {
            path: module.path,
            kind: NodeKind::Module,
            package: Some(package.name),
            parent,
            location: module.location,
            test: kind.is_test() || declared_in_tests || parent_is_test,
        }));
    }
    nodes
}

fn edge(
    graph: &mut DependencyGraph,
    modules: &[NodeId],
    reference: &ResolvedReference,
) -> Reference {
    let node = |id: ModuleId| modules[id.0 as usize];
    let (imported, item, definition) = match reference.target {
        Target::Module(module) => (node(module), None, graph.node(node(module)).location),
        Target::Item {
            module,
            item,
            location,
        } => (node(module), Some(item), Some(location)),
        Target::External(path) => (external(graph, path), None, None),
    };
    Reference {
        importer: node(reference.importer),
        imported,
        door: reference.door.map_or(imported, node),
        item,
        named: reference.named,
        kind: reference.kind,
        conditions: reference.conditions,
        location: reference.location,
        definition,
        via_macro: reference.via_macro,
    }
}

fn external(graph: &mut DependencyGraph, path: Name) -> NodeId {
    graph.add_node(Node {
        path,
        kind: NodeKind::External,
        package: None,
        parent: None,
        location: None,
        test: false,
    })
}
