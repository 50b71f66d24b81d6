//! The dependency graph for others: pictures in dot and mermaid, references as JSON lines; one file per format.
//!
//! In: the scene, and which references break a rule. Out: text.
//! *Invariant:* the same scene gives the same bytes; decides nothing about right and wrong.

mod dot;
mod mermaid;
mod picture;
mod references;
#[cfg(test)]
mod tests;

use crate::graph::ReferenceSet;
use crate::select::Scene;

use picture::Picture;

pub(crate) use references::references;

/// The language of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Graphviz.
    Dot,
    /// Mermaid, which Markdown on GitHub and GitLab renders.
    Mermaid,
}

/// What becomes one node of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Collapse {
    /// A domain; a package, for modules that are in none.
    Domains,
    /// A package.
    Packages,
    /// A module.
    Modules,
}

/// The dependencies of the workspace, with the number of references at each edge; edges with a violating reference are red.
/// Code for tests is left out, violating references aside.
#[must_use]
pub(crate) fn render(
    scene: &Scene<'_>,
    format: Format,
    collapse: Collapse,
    violating: &ReferenceSet,
) -> String {
    let picture = Picture::new(scene, collapse, violating);
    match format {
        Format::Dot => dot::render(&picture),
        Format::Mermaid => mermaid::render(&picture),
    }
}
