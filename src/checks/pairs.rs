//! References that break one rule between the same two parts are one finding.

use std::collections::BTreeMap;

use crate::base::{Name, name};
use crate::graph::{NodeId, Reference, ReferenceId};
use crate::rules::{Atom, Selector};
use crate::select::{Scene, Selection};

/// References by importer and imported, in the order of the names.
pub type Pairs = BTreeMap<(Name, Name), Vec<ReferenceId>>;

/// What a finding calls the two ends: their domains, packages or crates, and where these are the same, the modules at which the two part.
pub fn ends(scene: &Scene<'_>, from: NodeId, to: NodeId) -> (Name, Name) {
    let (importer, imported) = (scene.group(from), scene.group(to));
    if importer != imported {
        return (importer, imported);
    }
    let path = |node: NodeId| scene.graph().node(node).path;
    parting(&path(from), &path(to))
}

/// As [`ends`], for what a reference leads to by a selector: an external path is called as the selector does.
pub fn selected_ends(
    scene: &Scene<'_>,
    from: NodeId,
    reference: &Reference,
    selector: &Selector,
    selection: &Selection,
) -> (Name, Name) {
    let by_definition = selection.definition(reference);
    let to = if by_definition {
        reference.imported
    } else {
        reference.door
    };
    if scene.is_module(to) {
        return ends(scene, from, to);
    }
    let written = selection.term_of(scene, reference).and_then(|term| {
        match selector.terms[term].atoms.first() {
            Some(Atom::Path(pattern)) => pattern.literal(),
            _ => None,
        }
    });
    (
        scene.group(from),
        written.unwrap_or_else(|| scene.crate_of(to)),
    )
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
