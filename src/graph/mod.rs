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
pub(crate) mod sketch;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use build::build;
pub(crate) use chain::Reach;
pub(crate) use cycle::{components, cut, shortest_cycle};
pub(crate) use lift::{GroupId, Lifted};
pub(crate) use model::{DependencyGraph, Node, NodeId, NodeKind, Reference, ReferenceId};
pub(crate) use set::{NodeSet, ReferenceSet};
pub(crate) use view::{View, is_family};
