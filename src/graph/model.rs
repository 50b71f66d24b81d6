//! Nodes and references.

use rayon::prelude::*;

use crate::base::{ConditionId, ConditionTable, Location, Map, Name, ReferenceKind, join};

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub u32);

/// A reference of the graph: its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ReferenceId(pub u32);

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum NodeKind {
    /// A module of the workspace.
    Module,
    /// A path into a crate outside of the workspace, down to the item as far as it is named (`sqlx::query`).
    External,
}

/// A module of the workspace, or a path into an external crate.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Absolute path; unique in the graph.
    pub path: Name,
    /// What it stands for.
    pub kind: NodeKind,
    /// The package that holds the module; `None` for an external path.
    pub package: Option<Name>,
    /// The module one segment up; `None` for a crate and for external paths.
    pub parent: Option<NodeId>,
    /// Where it is declared (`mod x;`, or the file's beginning for a crate root).
    pub location: Option<Location>,
    /// Whether the module exists under `cfg(test)` only, or in a test, bench or example target.
    pub test: bool,
}

/// One reference: a place in the code that leads from one module to something another one defines.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// The module in which it is written.
    pub importer: NodeId,
    /// The module that defines the item (or the module itself where a module is named), or an external path.
    pub imported: NodeId,
    /// The module through which the path names the item; the same as `imported` where no re-export lies between.
    pub door: NodeId,
    /// The item below `imported` (`Foo`, `Foo::new`); `None` where `imported` itself is meant.
    pub item: Option<Name>,
    /// The path as named, made absolute.
    pub named: Name,
    /// Its syntactic role.
    pub kind: ReferenceKind,
    /// The conditions that it stands under.
    pub conditions: ConditionId,
    /// Where it is written.
    pub location: Location,
    /// Where the item is defined.
    pub definition: Option<Location>,
    /// Whether it exists only in the expansion of a macro.
    pub via_macro: bool,
}

/// Every module and every reference of a workspace.
///
/// References are sorted by location, importer, imported path and kind; nodes by the order of insertion,
/// which the caller keeps deterministic.
#[derive(Debug, Default)]
pub(crate) struct DependencyGraph {
    nodes: Vec<Node>,
    ids: Map<Name, NodeId>,
    references: Vec<Reference>,
    conditions: ConditionTable,
    names: Vec<(NodeId, Name)>,
}

impl DependencyGraph {
    /// Adds a node, or gives the one that has this path already.
    pub(crate) fn add_node(&mut self, node: Node) -> NodeId {
        if let Some(&id) = self.ids.get(&node.path) {
            return id;
        }
        let id = NodeId(u32::try_from(self.nodes.len()).expect("fewer than 2^32 nodes"));
        self.ids.insert(node.path, id);
        self.nodes.push(node);
        id
    }

    /// Sets the references, sorting them.
    #[must_use]
    pub(crate) fn with_references(
        mut self,
        mut references: Vec<Reference>,
        conditions: ConditionTable,
    ) -> Self {
        references.par_sort_by(|a, b| {
            (a.location, a.importer, a.kind, a.conditions)
                .cmp(&(b.location, b.importer, b.kind, b.conditions))
                .then_with(|| self.node(a.imported).path.cmp(&self.node(b.imported).path))
                .then_with(|| a.named.cmp(&b.named))
                .then_with(|| a.item.cmp(&b.item))
        });
        self.references = references;
        self.conditions = conditions;
        self
    }

    /// Sets what the modules define and import by name, whether anything refers to it or not.
    #[must_use]
    pub(crate) fn with_names(mut self, names: Vec<(NodeId, Name)>) -> Self {
        self.names = names;
        self
    }

    /// What the modules define and import by name: `Foo`, `Foo::new`.
    #[must_use]
    pub(crate) fn names(&self) -> &[(NodeId, Name)] {
        &self.names
    }

    /// The node with this id.
    #[must_use]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The node with this path.
    #[must_use]
    pub(crate) fn find(&self, path: &str) -> Option<NodeId> {
        self.ids.get(&crate::base::name(path)).copied()
    }

    /// All nodes, with their ids, in order.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        (0..).map(NodeId).zip(&self.nodes)
    }

    /// The reference with this id.
    #[must_use]
    pub(crate) fn reference(&self, id: ReferenceId) -> &Reference {
        &self.references[id.0 as usize]
    }

    /// All references, with their ids, in order.
    pub(crate) fn references(&self) -> impl Iterator<Item = (ReferenceId, &Reference)> {
        (0..).map(ReferenceId).zip(&self.references)
    }

    /// The table of conditions that references point into.
    #[must_use]
    pub(crate) fn conditions(&self) -> &ConditionTable {
        &self.conditions
    }

    /// The absolute path of the item that a reference leads to, by its place of definition.
    #[must_use]
    pub(crate) fn defined_path(&self, reference: &Reference) -> Name {
        let module = self.node(reference.imported).path;
        reference.item.map_or(module, |item| join(&module, &item))
    }

    /// Number of nodes.
    #[must_use]
    pub(crate) fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Number of references.
    #[must_use]
    pub(crate) fn reference_count(&self) -> usize {
        self.references.len()
    }
}
