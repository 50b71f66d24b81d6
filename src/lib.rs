//! bulkhead: the architecture scalability linter for Rust.

mod base;
mod checks;
pub mod cli;
mod config;
mod export;
mod facts;
mod graph;
mod modules;
mod pipeline;
mod report;
mod resolve;
mod rules;
mod select;
mod suppression;
mod system;
mod violation;
mod workspace;
