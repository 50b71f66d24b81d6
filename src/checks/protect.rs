//! `[[protect]]`: `what` may be used by `only-by` alone, and by itself.

use crate::rules::Selector;
use crate::violation::{Finding, Violation};

use super::evidence;
use super::look::Look;
use super::pairs::{Pairs, Targets};

/// One finding per importing and imported group.
pub(super) fn check(look: &Look<'_>, what: &Selector, only_by: &Selector) -> Vec<Violation> {
    let scene = look.scene;
    let protected = Targets::new(scene, what);
    let allowed = scene.select(only_by);
    let mut pairs = Pairs::new();
    for (id, reference) in look.references() {
        if allowed.importer(reference) || protected.selection.importer(reference) {
            continue;
        }
        if let Some(target) = protected.of(scene, reference) {
            let ends = target.ends(scene, reference.importer);
            pairs.entry(ends).or_default().push(id);
        }
    }
    pairs
        .into_iter()
        .map(|((from, to), ids)| {
            let label = format!("only these may use `{to}`");
            let evidence = evidence::references(scene, &ids);
            look.violation(
                Finding::Protected { from, to },
                evidence,
                only_by.location,
                label,
            )
        })
        .collect()
}
