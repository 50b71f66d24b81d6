//! One selector, bound to a graph.

use crate::base::{Name, last_segment};
use crate::graph::{NodeId, NodeKind, NodeSet, Reference};
use crate::rules::{Atom, PathPattern, Selector, Term};

use super::pattern::{Positions, Stepper};
use super::scene::Scene;

/// What a selector means in a graph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Each term by itself, in the order of the selector.
    pub terms: Vec<TermSelection>,
    nodes: NodeSet,
    item_level: bool,
    all_but: bool,
}

/// What one term means in a graph; the `!` is not applied.
#[derive(Clone, Debug)]
pub(crate) struct TermSelection {
    /// Whether it takes away.
    pub negated: bool,
    nodes: NodeSet,
    atoms: Vec<AtomSelection>,
}

#[derive(Clone, Debug)]
struct AtomSelection {
    nodes: NodeSet,
    items: Option<ItemPattern>,
}

/// A path pattern that may name items, and the nodes below which it may find them.
#[derive(Clone, Debug)]
struct ItemPattern {
    stepper: Stepper,
    /// Sorted by node.
    open: Vec<(NodeId, Positions)>,
}

impl Selection {
    pub(super) fn new(scene: &Scene<'_>, selector: &Selector) -> Self {
        let terms: Vec<_> = selector
            .terms
            .iter()
            .map(|term| TermSelection::new(scene, term))
            .collect();
        let all_but = !terms.is_empty() && terms.iter().all(|term| term.negated);
        let mut nodes = NodeSet::default();
        if all_but {
            nodes.extend(scene.graph().nodes().map(|(id, _)| id));
        }
        for term in terms.iter().filter(|term| !term.negated) {
            nodes.union(&term.nodes);
        }
        for term in terms.iter().filter(|term| term.negated) {
            nodes.subtract(&term.nodes);
        }
        let item_level = terms.iter().any(TermSelection::may_name_items);
        Self {
            terms,
            nodes,
            item_level,
            all_but,
        }
    }

    /// The modules and external paths that are selected with all that is in them, single items taken away aside.
    #[must_use]
    pub(crate) fn nodes(&self) -> &NodeSet {
        &self.nodes
    }

    /// Whether the module in which the reference is written is selected.
    #[must_use]
    pub(crate) fn importer(&self, reference: &Reference) -> bool {
        self.nodes.contains(reference.importer)
    }

    /// Whether what the reference leads to is selected, by the place of its definition or by the path as named:
    /// judged by either, a re-export launders nothing.
    #[must_use]
    pub(crate) fn imported(&self, scene: &Scene<'_>, reference: &Reference) -> bool {
        self.definition(reference) || self.door(scene, reference)
    }

    /// Whether the place of definition is selected.
    #[must_use]
    pub(crate) fn definition(&self, reference: &Reference) -> bool {
        self.covers(reference.imported, reference.item)
    }

    /// Whether the path as named is selected.
    #[must_use]
    pub(crate) fn door(&self, scene: &Scene<'_>, reference: &Reference) -> bool {
        self.covers(reference.door, scene.item_at_door(reference))
    }

    /// Whether a node, or an item in it, is selected.
    #[must_use]
    pub(crate) fn covers(&self, node: NodeId, item: Option<Name>) -> bool {
        if !self.item_level || item.is_none() {
            return self.nodes.contains(node);
        }
        let said_by = |negated: bool| {
            self.terms
                .iter()
                .any(|term| term.negated == negated && term.covers(node, item))
        };
        (self.all_but || said_by(false)) && !said_by(true)
    }

    /// The index of the first term that selects what the reference leads to.
    #[must_use]
    pub(crate) fn term_of(&self, scene: &Scene<'_>, reference: &Reference) -> Option<usize> {
        self.terms.iter().position(|term| {
            !term.negated
                && (term.covers(reference.imported, reference.item)
                    || term.covers(reference.door, scene.item_at_door(reference)))
        })
    }
}

impl TermSelection {
    pub(super) fn new(scene: &Scene<'_>, term: &Term) -> Self {
        let atoms: Vec<_> = term
            .atoms
            .iter()
            .map(|atom| AtomSelection::new(scene, atom))
            .collect();
        let mut nodes = atoms
            .first()
            .map_or_else(NodeSet::default, |atom| atom.nodes.clone());
        for atom in atoms.iter().skip(1) {
            nodes.intersect(&atom.nodes);
        }
        Self {
            negated: term.negated,
            nodes,
            atoms,
        }
    }

    /// The nodes that the term names whole.
    #[must_use]
    pub(crate) fn nodes(&self) -> &NodeSet {
        &self.nodes
    }

    /// Whether the term names the node, or the item in it.
    #[must_use]
    pub(crate) fn covers(&self, node: NodeId, item: Option<Name>) -> bool {
        self.nodes.contains(node)
            || item.is_some_and(|item| self.atoms.iter().all(|atom| atom.covers(node, item)))
    }

    /// Whether the term names a node, an item of a module, or an item that a reference leads to.
    #[must_use]
    pub(crate) fn matches_anything(&self, scene: &Scene<'_>) -> bool {
        !self.nodes.is_empty()
            || (self.may_name_items()
                && (scene.graph().names().iter())
                    .any(|&(node, item)| self.covers(node, Some(item))))
            || (self.may_name_items()
                && scene.graph().references().any(|(_, reference)| {
                    self.covers(reference.imported, reference.item)
                        || self.covers(reference.door, scene.item_at_door(reference))
                }))
    }

    fn may_name_items(&self) -> bool {
        self.atoms.iter().any(|atom| {
            atom.items
                .as_ref()
                .is_some_and(|items| !items.open.is_empty())
        })
    }
}

impl AtomSelection {
    fn new(scene: &Scene<'_>, atom: &Atom) -> Self {
        match atom {
            Atom::Path(pattern) => Self::of_path(scene, pattern),
            Atom::Domain(pattern) => {
                Self::of_nodes(scene.domain_nodes(|domain| pattern.matches(&domain.name)))
            }
            Atom::Tag(pattern) => Self::of_nodes(
                scene.domain_nodes(|domain| domain.tags.iter().any(|tag| pattern.matches(tag))),
            ),
            Atom::Layer(pattern) => Self::of_nodes(scene.layer_nodes(*pattern)),
            Atom::Package(pattern) => Self::of_nodes(
                scene
                    .graph()
                    .nodes()
                    .filter(|(_, node)| node.package.is_some_and(|name| pattern.matches(&name)))
                    .map(|(id, _)| id)
                    .collect(),
            ),
        }
    }

    fn of_nodes(nodes: NodeSet) -> Self {
        Self { nodes, items: None }
    }

    /// Every node takes one step from where its parent stands, so that a pattern is never matched twice against one prefix.
    fn of_path(scene: &Scene<'_>, pattern: &PathPattern) -> Self {
        let stepper = Stepper::new(pattern);
        let graph = scene.graph();
        let mut at: Vec<Positions> = vec![0; graph.node_count()];
        let mut nodes = NodeSet::default();
        let mut open = Vec::new();
        for &id in scene.parents_first() {
            let node = graph.node(id);
            let here = match node.parent {
                Some(parent) => match at[parent.0 as usize] {
                    0 => 0,
                    above => stepper.step(above, last_segment(&node.path)),
                },
                None => stepper.walk(stepper.start(), &node.path),
            };
            at[id.0 as usize] = here;
            if stepper.accepts(here) {
                nodes.insert(id);
            } else if here != 0 {
                open.push((id, here));
            }
        }
        open.sort_unstable();
        let items = Some(ItemPattern { stepper, open });
        Self { nodes, items }
    }

    fn covers(&self, node: NodeId, item: Name) -> bool {
        self.nodes.contains(node)
            || self
                .items
                .as_ref()
                .is_some_and(|items| items.covers(node, item))
    }
}

impl ItemPattern {
    fn covers(&self, node: NodeId, item: Name) -> bool {
        self.open
            .binary_search_by_key(&node, |&(node, _)| node)
            .is_ok_and(|index| {
                let end = self.stepper.walk(self.open[index].1, &item);
                self.stepper.accepts(end)
            })
    }
}

/// The modules among the nodes.
pub(super) fn modules_of(scene: &Scene<'_>, nodes: &NodeSet) -> NodeSet {
    nodes
        .iter()
        .filter(|&id| scene.graph().node(id).kind == NodeKind::Module)
        .collect()
}
