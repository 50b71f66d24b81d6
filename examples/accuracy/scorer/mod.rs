//! Scores a dependency graph against the truth: what another program, a better one, says that each reference leads to.
//!
//! In: a truth set and the lines of `cargo bulkhead graph --references json`. Out: [`Score`], and tables of it.
//! *Invariant:* the same input gives the same bytes. `docs/accuracy.md` says what counts.

mod blind;
mod judge;
mod page;
mod read;

pub(crate) use judge::{Group, LEVELS, Score, score};
pub(crate) use page::{details, summary};
pub(crate) use read::{Graph, Sources, Truth};
