//! The dependency graph: modules and external paths as nodes, references as edges.
//!
//! In: nodes and resolved references. Out: [`DependencyGraph`], and questions about it (views, chains, cycles, cuts).
//! *Invariant:* knows no rule and no syntax; the only home of petgraph.

mod build;
mod chain;
mod cycle;
mod lift;
mod model;
mod order;
mod set;
#[cfg(test)]
pub mod sketch;
#[cfg(test)]
mod tests;
mod view;

pub use build::build;
pub use chain::Reach;
pub use cycle::{components, cut, shortest_cycle};
pub use lift::{GroupId, Lifted};
pub use model::{DependencyGraph, Node, NodeId, NodeKind, Reference, ReferenceId};
pub use set::{NodeSet, ReferenceSet};
pub use view::{View, is_family};
