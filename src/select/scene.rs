//! What the rule files call the parts of a graph.

use crate::base::{Map, Name, first_segment, name};
use crate::graph::{DependencyGraph, NodeId, NodeKind, NodeSet, Reference};
use crate::rules::{Domain, NamePattern, RuleSet};

/// A domain of the rule set: its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DomainId(pub u32);

/// A graph with the names that the rule files give to its parts.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub(super) graph: &'a DependencyGraph,
    pub(super) rules: &'a RuleSet,
    parents_first: Vec<NodeId>,
    children: Vec<Vec<NodeId>>,
    pub(super) domains: Vec<Option<DomainId>>,
    by_name: Map<Name, DomainId>,
    pub(super) layers: Vec<(Name, NodeSet)>,
    crates: Vec<Name>,
}

impl<'a> Scene<'a> {
    /// A graph and a rule set whose domains and layers are not bound yet.
    pub(super) fn unbound(graph: &'a DependencyGraph, rules: &'a RuleSet) -> Self {
        let children = children_of(graph);
        let by_name = (0..)
            .map(DomainId)
            .zip(&rules.domains)
            .map(|(id, domain)| (domain.name, id))
            .collect();
        Self {
            graph,
            rules,
            parents_first: parents_first(graph, &children),
            children,
            domains: vec![None; graph.node_count()],
            by_name,
            layers: Vec::new(),
            crates: graph
                .nodes()
                .map(|(_, node)| name(first_segment(&node.path)))
                .collect(),
        }
    }

    /// The graph.
    #[must_use]
    pub(crate) fn graph(&self) -> &'a DependencyGraph {
        self.graph
    }

    /// The rule set.
    #[must_use]
    pub(crate) fn rules(&self) -> &'a RuleSet {
        self.rules
    }

    /// All nodes, each module after its parent.
    #[must_use]
    pub(crate) fn parents_first(&self) -> &[NodeId] {
        &self.parents_first
    }

    /// The modules right below a module, by path.
    #[must_use]
    pub(crate) fn children(&self, node: NodeId) -> &[NodeId] {
        &self.children[node.0 as usize]
    }

    /// The domain that a module belongs to.
    #[must_use]
    pub(crate) fn domain_of(&self, node: NodeId) -> Option<DomainId> {
        self.domains[node.0 as usize]
    }

    /// A domain by its id.
    #[must_use]
    pub(crate) fn domain(&self, id: DomainId) -> &'a Domain {
        &self.rules.domains[id.0 as usize]
    }

    /// A domain by its name.
    #[must_use]
    pub(crate) fn domain_named(&self, name: Name) -> Option<DomainId> {
        self.by_name.get(&name).copied()
    }

    /// All domains, in the order of the rule files.
    pub(crate) fn domains(&self) -> impl Iterator<Item = (DomainId, &'a Domain)> + use<'a> {
        (0..).map(DomainId).zip(&self.rules.domains)
    }

    /// The crate of a node.
    #[must_use]
    pub(crate) fn crate_of(&self, node: NodeId) -> Name {
        self.crates[node.0 as usize]
    }

    /// What a finding calls the part that a node belongs to: its domain, else its package, else its crate.
    #[must_use]
    pub(crate) fn group(&self, node: NodeId) -> Name {
        self.domain_of(node).map_or_else(
            || {
                self.graph
                    .node(node)
                    .package
                    .unwrap_or_else(|| self.crate_of(node))
            },
            |id| self.domain(id).name,
        )
    }

    /// Whether the node is a module of the workspace.
    #[must_use]
    pub(crate) fn is_module(&self, node: NodeId) -> bool {
        self.graph.node(node).kind == NodeKind::Module
    }

    /// What a reference names below its door.
    #[must_use]
    pub(crate) fn item_at_door(&self, reference: &Reference) -> Option<Name> {
        if reference.door == reference.imported {
            return reference.item;
        }
        let door = self.graph.node(reference.door).path;
        let rest = reference.named.strip_prefix(door.as_str())?;
        rest.strip_prefix("::").map(name)
    }

    /// The modules of the domains for which `wanted` holds.
    pub(super) fn domain_nodes(&self, wanted: impl Fn(&Domain) -> bool) -> NodeSet {
        let wanted: Vec<bool> = self.rules.domains.iter().map(wanted).collect();
        self.graph
            .nodes()
            .map(|(id, _)| id)
            .filter(|&id| {
                self.domain_of(id)
                    .is_some_and(|domain| wanted[domain.0 as usize])
            })
            .collect()
    }

    /// The modules of the layers with such a name.
    pub(super) fn layer_nodes(&self, pattern: NamePattern) -> NodeSet {
        let mut nodes = NodeSet::default();
        for (layer, more) in &self.layers {
            if pattern.matches(layer) {
                nodes.union(more);
            }
        }
        nodes
    }

    /// The layers of all `[[layers]]` rules, with their modules.
    #[must_use]
    pub(crate) fn layers(&self) -> &[(Name, NodeSet)] {
        &self.layers
    }
}

fn children_of(graph: &DependencyGraph) -> Vec<Vec<NodeId>> {
    let mut children = vec![Vec::new(); graph.node_count()];
    for (id, node) in graph.nodes() {
        if let Some(parent) = node.parent {
            children[parent.0 as usize].push(id);
        }
    }
    for list in &mut children {
        list.sort_by_key(|&id| graph.node(id).path);
    }
    children
}

fn parents_first(graph: &DependencyGraph, children: &[Vec<NodeId>]) -> Vec<NodeId> {
    let mut order: Vec<NodeId> = graph
        .nodes()
        .filter(|(_, node)| node.parent.is_none())
        .map(|(id, _)| id)
        .collect();
    let mut next = 0;
    while let Some(&id) = order.get(next) {
        order.extend(&children[id.0 as usize]);
        next += 1;
    }
    order
}
