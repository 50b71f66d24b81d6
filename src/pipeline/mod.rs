//! The whole program on one page: a request becomes an analysis, and an analysis and rules become a report.
//!
//! In: a request. Out: [`Analysis`], [`Checked`], chains for a question, a first rule file.
//! *Invariant:* prints nothing and decides no exit status.

mod analyse;
mod check;
mod init;
mod why;

pub use analyse::{Analysis, analyse};
pub use check::{CheckOptions, Checked, Part, Ruled, check, find_rules, rule};
pub use init::propose;
pub use why::{Question, why};
