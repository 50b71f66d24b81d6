//! Selectors bound to a graph: which modules, items and external paths they mean.
//!
//! In: the dependency graph and the rule set. Out: [`Scene`] (domains, layers, packages of the graph) and [`Selection`]s.
//! *Invariant:* decides what a selector means, never whether a rule is broken.

mod bind;
mod pattern;
mod scene;
mod selection;
#[cfg(test)]
mod tests;
mod thing;

pub(crate) use scene::{DomainId, Scene};
pub(crate) use selection::Selection;
pub(crate) use thing::Thing;
