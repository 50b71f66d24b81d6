//! One file's text → its facts.
//!
//! In: the text of one file. Out: plain data.
//! *Invariant:* pure; knows no other file and no crate.

pub mod rust;

pub use rust::allowances::{Allowance, MalformedAllowance};
