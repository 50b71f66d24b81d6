//! `[[layers]]`: a layer may depend on layers below it only.

use std::collections::BTreeMap;

use crate::base::{Location, Name, name};
use crate::graph::{NodeId, NodeSet, Reference, ReferenceId};
use crate::rules::{LayerRow, Layers};
use crate::select::{Scene, Thing};
use crate::violation::{Evidence, Finding, Violation};

use super::evidence;
use super::look::Look;

/// What a finding calls the container where a rule has none: the whole workspace goes without saying.
const WORKSPACE: &str = "";

/// One finding per container and pair of layers; then the modules that are in no layer.
pub(super) fn check(look: &Look<'_>, layers: &Layers) -> Vec<Violation> {
    let contract = Contract {
        look,
        layers,
        stack: Stack::new(look.scene, layers),
    };
    let mut broken: BTreeMap<Breach, Vec<ReferenceId>> = BTreeMap::new();
    for (id, reference) in look.references() {
        if let Some(breach) = contract.judge(reference) {
            broken.entry(breach).or_default().push(id);
        }
    }
    let mut violations: Vec<_> = broken
        .into_iter()
        .map(|(breach, ids)| contract.violation(breach, &ids))
        .collect();
    if layers.exhaustive {
        violations.extend(contract.unlayered());
    }
    violations
}

/// A layer: its row, and its place in the row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct LayerId {
    row: usize,
    column: usize,
}

/// The modules of a rule's layers.
pub(super) struct Stack {
    /// The containers; one nameless one for the whole workspace.
    pub containers: Vec<Thing>,
    /// For each module its container and layer.
    places: Vec<Option<(usize, LayerId)>>,
}

impl Stack {
    /// Finds the layers of a rule. A module below two layers belongs to the deeper one.
    pub(super) fn new(scene: &Scene<'_>, layers: &Layers) -> Self {
        let containers = match &layers.inside {
            Some(inside) => scene.things(inside),
            None => vec![workspace(scene)],
        };
        let mut found: Vec<(usize, LayerId, NodeSet)> = Vec::new();
        for (at, container) in containers.iter().enumerate() {
            for (row, layer_row) in layers.rows.iter().enumerate() {
                for (column, layer) in layer_row.layers.iter().enumerate() {
                    let nodes = match &layer.selector {
                        Some(selector) => scene.select(selector).nodes().clone(),
                        None => container.layer(scene, layer.name),
                    };
                    found.push((at, LayerId { row, column }, nodes));
                }
            }
        }
        found.sort_by_cached_key(|(_, _, nodes)| std::cmp::Reverse(nodes.count()));
        let mut places = vec![None; scene.graph().node_count()];
        for (container, layer, nodes) in found {
            for node in nodes.iter() {
                places[node.0 as usize] = Some((container, layer));
            }
        }
        Self { containers, places }
    }

    /// Whether a layer has a module in any container.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        let layer = LayerId { row, column };
        self.places.iter().flatten().any(|&(_, held)| held == layer)
    }

    fn place(&self, node: NodeId) -> Option<(usize, LayerId)> {
        self.places[node.0 as usize]
    }
}

fn workspace(scene: &Scene<'_>) -> Thing {
    let nodes: NodeSet = scene
        .graph()
        .nodes()
        .map(|(id, _)| id)
        .filter(|&id| scene.is_module(id))
        .collect();
    let roots = nodes
        .iter()
        .filter(|&id| scene.graph().node(id).parent.is_none())
        .collect();
    Thing {
        name: name(WORKSPACE),
        roots,
        nodes,
    }
}

/// What is wrong between two layers of a container. Sorted as it is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Breach {
    container: usize,
    from: LayerId,
    to: LayerId,
    kind: BreachKind,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum BreachKind {
    Above,
    Siblings,
    /// Over the layer with this index in `closed`.
    Skipped(usize),
}

struct Contract<'l> {
    look: &'l Look<'l>,
    layers: &'l Layers,
    stack: Stack,
}

impl Contract<'_> {
    /// Judged by the definition, and if that is in order, by the door.
    fn judge(&self, reference: &Reference) -> Option<Breach> {
        let from = self.stack.place(reference.importer)?;
        [reference.imported, reference.door]
            .into_iter()
            .filter_map(|node| self.stack.place(node))
            .filter(|to| to.0 == from.0)
            .find_map(|to| {
                Some(Breach {
                    container: from.0,
                    from: from.1,
                    to: to.1,
                    kind: self.breach(from.1, to.1)?,
                })
            })
    }

    fn breach(&self, from: LayerId, to: LayerId) -> Option<BreachKind> {
        match to.row.cmp(&from.row) {
            std::cmp::Ordering::Less => Some(BreachKind::Above),
            std::cmp::Ordering::Equal => {
                let strict = self.layers.rows[from.row].independent;
                (strict && from.column != to.column).then_some(BreachKind::Siblings)
            }
            std::cmp::Ordering::Greater => {
                let between = &self.layers.rows[from.row + 1..to.row];
                self.layers
                    .closed
                    .iter()
                    .position(|(closed, _)| between.iter().any(|row| has_layer(row, *closed)))
                    .map(BreachKind::Skipped)
            }
        }
    }

    fn violation(&self, breach: Breach, ids: &[ReferenceId]) -> Violation {
        let container = self.stack.containers[breach.container].name;
        let (from, to) = (self.name(breach.from), self.name(breach.to));
        let row = self.layers.rows[breach.to.row].location;
        let (finding, location, label) = match breach.kind {
            BreachKind::Above => (
                Finding::LayerAbove {
                    container,
                    from,
                    to,
                },
                row,
                format!("`{to}` stands above `{from}`"),
            ),
            BreachKind::Siblings => (
                Finding::LayerSiblings {
                    container,
                    from,
                    to,
                },
                row,
                "these must not see each other".to_owned(),
            ),
            BreachKind::Skipped(at) => {
                let (closed, location) = self.layers.closed[at];
                (
                    Finding::LayerSkipped {
                        container,
                        from,
                        to,
                        closed,
                    },
                    location,
                    "nobody may skip over this layer".to_owned(),
                )
            }
        };
        let evidence = evidence::references(self.look.scene, ids);
        self.look.violation(finding, evidence, location, label)
    }

    fn name(&self, layer: LayerId) -> Name {
        self.layers.rows[layer.row].layers[layer.column].name
    }

    /// The topmost modules below the roots that are in no layer, those above a layer aside.
    fn unlayered(&self) -> Vec<Violation> {
        let scene = self.look.scene;
        let mut violations = Vec::new();
        let above_layers = self.above_layers();
        for container in &self.stack.containers {
            let wanting = |id: NodeId| {
                container.nodes.contains(id)
                    && !scene.graph().node(id).test
                    && !above_layers.contains(id)
                    && self.stack.place(id).is_none()
            };
            // A container of its own is its root module; without one, a crate must stand in a layer itself.
            let is_root =
                |id: NodeId| self.layers.inside.is_some() && container.roots.contains(&id);
            for &id in scene.parents_first() {
                let below_another = scene
                    .graph()
                    .node(id)
                    .parent
                    .is_some_and(|parent| wanting(parent) && !is_root(parent));
                if wanting(id) && !is_root(id) && !below_another {
                    violations.push(self.unlayered_at(container.name, id));
                }
            }
        }
        violations
    }

    fn unlayered_at(&self, container: Name, module: NodeId) -> Violation {
        let node = self.look.scene.graph().node(module);
        let finding = Finding::Unlayered {
            container,
            module: node.path,
        };
        let label = "not in any of these layers".to_owned();
        let place: Location = self.layers.location;
        self.look
            .violation(finding, Evidence::Place(node.location), place, label)
    }

    fn above_layers(&self) -> NodeSet {
        let graph = self.look.scene.graph();
        let mut above = NodeSet::default();
        for (id, node) in graph.nodes() {
            if self.stack.place(id).is_none() {
                continue;
            }
            let mut next = node.parent;
            while let Some(parent) = next.filter(|&parent| above.insert(parent)) {
                next = graph.node(parent).parent;
            }
        }
        above
    }
}

fn has_layer(row: &LayerRow, name: Name) -> bool {
    row.layers.iter().any(|layer| layer.name == name)
}
