//! bulkhead: the architecture scalability linter for Rust, behind `cargo bulkhead`.
//!
//! A façade: nobody inside imports from here.

mod base;
mod cache;
mod checks;
mod cli;
mod config;
mod export;
mod facts;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
mod graph;
mod infer;
mod modules;
mod pipeline;
mod report;
mod resolve;
mod rules;
mod select;
#[doc(hidden)]
pub mod stages;
mod suppression;
mod system;
mod violation;
mod workspace;

pub use cli::run;
