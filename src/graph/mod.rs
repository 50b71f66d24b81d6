//! The dependency graph: modules and external paths as nodes, references as edges.
//!
//! In: nodes and resolved references. Out: [`DependencyGraph`], and questions about it (views, chains, cycles, cuts).
//! *Invariant:* knows no rule and no syntax; the only home of petgraph.

mod model;
mod set;

pub use model::{DependencyGraph, Node, NodeId, NodeKind, Reference, ReferenceId};
pub use set::{IdSet, Index, NodeSet, ReferenceSet};
