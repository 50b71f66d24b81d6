//! Paths as shown to people.

use camino::{Utf8Component, Utf8Path};

/// `path` relative to `root`, with `/`; `../x` where it lies beside the root, absolute where they share nothing.
#[must_use]
pub(crate) fn shown_path(root: &Utf8Path, path: &Utf8Path) -> String {
    let root: Vec<Utf8Component> = root.components().collect();
    let parts: Vec<Utf8Component> = path.components().collect();
    let shared = root.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    let is_name = |part: &&Utf8Component| matches!(part, Utf8Component::Normal(_));
    if path.is_absolute() && !root[..shared].iter().any(|part| is_name(&part)) {
        return path.as_str().replace('\\', "/");
    }
    if !path.is_absolute() {
        return join(parts.iter().map(Utf8Component::as_str));
    }
    let up = root[shared..].iter().map(|_| "..");
    join(up.chain(parts[shared..].iter().map(Utf8Component::as_str)))
}

fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let shown = parts.collect::<Vec<_>>().join("/");
    if shown.is_empty() {
        ".".to_owned()
    } else {
        shown
    }
}
