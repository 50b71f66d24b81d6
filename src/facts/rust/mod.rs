//! Rust: the only home of syn.
//!
//! In: the text of a Rust file. Out: facts.
//! *Invariant:* a text that does not parse gives facts with an error, never a panic.

pub mod allowances;
