//! Containers and members: what a selector names, each by itself.

use crate::base::{Name, Set, is_within, join};
use crate::graph::{NodeId, NodeSet};
use crate::rules::{Atom, Selector};

use super::scene::Scene;
use super::selection::{TermSelection, modules_of};

/// A domain, a layer, a package, or a module with all that is below it.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    /// What it is called.
    pub name: Name,
    /// Its topmost modules.
    pub roots: Vec<NodeId>,
    /// All of its modules.
    pub nodes: NodeSet,
}

impl Thing {
    fn new(scene: &Scene<'_>, name: Name, nodes: NodeSet) -> Self {
        let roots = topmost(scene, &nodes);
        Self { name, roots, nodes }
    }

    /// The modules of the layer with this name: those at and below `ROOT::NAME`.
    #[must_use]
    pub(crate) fn layer(&self, scene: &Scene<'_>, layer: Name) -> NodeSet {
        let mut found = NodeSet::default();
        for &root in &self.roots {
            let path = join(&scene.graph().node(root).path, &layer);
            if let Some(id) = scene.graph().find(&path) {
                collect_below(scene, id, &self.nodes, &mut found);
            }
        }
        found
    }

    /// The path of a module from the root of the container on; `None` for a root itself.
    #[must_use]
    pub(crate) fn relative<'p>(&self, scene: &Scene<'_>, path: &'p str) -> Option<&'p str> {
        self.roots
            .iter()
            .map(|&root| scene.graph().node(root).path)
            .filter(|root| is_within(path, root))
            .find_map(|root| path[root.len()..].strip_prefix("::"))
    }
}

/// See [`Scene::things`]. Sorted as the terms are, then by the order of the rule files or of the paths; each name once.
pub(super) fn things(scene: &Scene<'_>, selector: &Selector) -> Vec<Thing> {
    let mut away = NodeSet::default();
    for term in selector.terms.iter().filter(|term| term.negated) {
        away.union(TermSelection::new(scene, term).nodes());
    }
    let mut seen = Set::default();
    let mut things = Vec::new();
    for term in selector.terms.iter().filter(|term| !term.negated) {
        let mut within = TermSelection::new(scene, term).nodes().clone();
        within.subtract(&away);
        let Some(first) = term.atoms.first() else {
            continue;
        };
        for (name, mut nodes) in candidates(scene, first, &within) {
            nodes.intersect(&within);
            if !nodes.is_empty() && seen.insert(name) {
                things.push(Thing::new(scene, name, nodes));
            }
        }
    }
    things
}

fn candidates(scene: &Scene<'_>, atom: &Atom, within: &NodeSet) -> Vec<(Name, NodeSet)> {
    match atom {
        Atom::Path(_) => {
            let modules = modules_of(scene, within);
            let below = |root: NodeId| {
                let mut nodes = NodeSet::default();
                collect_below(scene, root, &modules, &mut nodes);
                (scene.graph().node(root).path, nodes)
            };
            topmost(scene, &modules).into_iter().map(below).collect()
        }
        Atom::Domain(pattern) => domains(scene, |domain| pattern.matches(&domain.name)),
        Atom::Tag(pattern) => domains(scene, |domain| {
            domain.tags.iter().any(|tag| pattern.matches(tag))
        }),
        Atom::Layer(pattern) => scene
            .layers()
            .iter()
            .filter(|(name, _)| pattern.matches(name))
            .cloned()
            .collect(),
        Atom::Package(pattern) => {
            let mut packages: Vec<(Name, NodeSet)> = Vec::new();
            let mut places = crate::base::Map::default();
            for (id, node) in scene.graph().nodes() {
                let Some(package) = node.package.filter(|name| pattern.matches(name)) else {
                    continue;
                };
                let place = *places.entry(package).or_insert_with(|| {
                    packages.push((package, NodeSet::default()));
                    packages.len() - 1
                });
                packages[place].1.insert(id);
            }
            packages.sort_by_key(|&(name, _)| name);
            packages
        }
    }
}

fn domains(
    scene: &Scene<'_>,
    wanted: impl Fn(&crate::rules::Domain) -> bool,
) -> Vec<(Name, NodeSet)> {
    let mut found: Vec<_> = scene
        .domains()
        .map(|(_, domain)| (domain.name, NodeSet::default()))
        .collect();
    for (id, _) in scene.graph().nodes() {
        if let Some(domain) = scene.domain_of(id) {
            found[domain.0 as usize].1.insert(id);
        }
    }
    scene
        .domains()
        .zip(found)
        .filter(|((_, domain), _)| wanted(domain))
        .map(|(_, thing)| thing)
        .collect()
}

/// The nodes whose parent is not among them, by path.
pub(super) fn topmost(scene: &Scene<'_>, nodes: &NodeSet) -> Vec<NodeId> {
    let graph = scene.graph();
    let mut roots: Vec<NodeId> = nodes
        .iter()
        .filter(|&id| {
            graph
                .node(id)
                .parent
                .is_none_or(|parent| !nodes.contains(parent))
        })
        .collect();
    roots.sort_by_key(|&id| graph.node(id).path);
    roots
}

/// Adds `root` and all that is below it, as far as it is in `within`.
fn collect_below(scene: &Scene<'_>, root: NodeId, within: &NodeSet, found: &mut NodeSet) {
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if within.contains(id) {
            found.insert(id);
            open.extend(scene.children(id));
        }
    }
}
