//! References that break one rule between the same two parts are one finding.

use std::collections::BTreeMap;

use crate::base::{Name, name};
use crate::graph::{NodeId, Reference, ReferenceId};
use crate::rules::{Atom, Selector, Term};
use crate::select::{Scene, Selection};

/// References by importer and imported, in the order of the names.
pub(super) type Pairs = BTreeMap<(Name, Name), Vec<ReferenceId>>;

/// What a rule keeps references away from, and what findings call it.
pub(super) struct Targets {
    /// What the selector means.
    pub selection: Selection,
    /// For each term its path, where that is one path.
    written: Vec<Option<Name>>,
}

/// What one reference leads to, as far as a selector is about it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Target {
    /// The node by which it is selected: the definition, else the door.
    pub node: NodeId,
    /// What it is called, where the selector writes one path for it, or where it is external: then its crate, at least.
    called: Option<Name>,
}

impl Targets {
    /// Binds a selector.
    pub(super) fn new(scene: &Scene<'_>, selector: &Selector) -> Self {
        let written = |term: &Term| match term.atoms.as_slice() {
            [Atom::Path(pattern)] => pattern.literal(),
            _ => None,
        };
        Self {
            selection: scene.select(selector),
            written: selector.terms.iter().map(written).collect(),
        }
    }

    /// What the reference leads to, if it is selected.
    pub(super) fn of(&self, scene: &Scene<'_>, reference: &Reference) -> Option<Target> {
        let node = if self.selection.definition(reference) {
            reference.imported
        } else if self.selection.door(scene, reference) {
            reference.door
        } else {
            return None;
        };
        let written = || {
            let term = self.selection.term_of(scene, reference)?;
            self.written[term]
        };
        let external = || (!scene.is_module(node)).then(|| scene.crate_of(node));
        let called = written().or_else(external);
        Some(Target { node, called })
    }
}

impl Target {
    /// What a finding calls the two ends of a reference in `from`.
    pub(super) fn ends(self, scene: &Scene<'_>, from: NodeId) -> (Name, Name) {
        let (group, part) = ends(scene, from, self.node);
        match self.called {
            Some(external) if !scene.is_module(self.node) => (scene.group(from), external),
            Some(called) => (group, called),
            None => (group, part),
        }
    }
}

/// What a finding calls the two ends: their domains, packages or crates, and where these are the same, the modules at which the two part.
fn ends(scene: &Scene<'_>, from: NodeId, to: NodeId) -> (Name, Name) {
    let groups = (scene.group(from), scene.group(to));
    if groups.0 != groups.1 {
        return groups;
    }
    let path = |node: NodeId| scene.graph().node(node).path;
    parting(&path(from), &path(to))
}

/// The paths of two modules, each cut behind the first segment in which they differ.
fn parting(a: &str, b: &str) -> (Name, Name) {
    let same = a
        .split("::")
        .zip(b.split("::"))
        .take_while(|(a, b)| a == b)
        .count();
    let cut = |path: &str| {
        let segments: Vec<&str> = path.split("::").take(same + 1).collect();
        name(&segments.join("::"))
    };
    (cut(a), cut(b))
}
