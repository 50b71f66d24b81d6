//! The outside of billing: its tables, and the names of what was bought.

pub mod catalog;
pub mod db;
