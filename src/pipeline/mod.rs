//! The whole program on one page: a request becomes an analysis, and an analysis and rules become a report.
//!
//! In: a request. Out: [`Analysis`], [`Checked`], chains for a question, a first rule file.
//! *Invariant:* prints nothing and decides no exit status.

mod analyse;
mod check;
mod evidence;
mod init;
mod timings;
mod why;

pub(crate) use analyse::expanded;
pub(crate) use analyse::{Analysis, analyse};
pub(crate) use check::{CheckOptions, Checked, Part, Ruled, check, find_rules, rule};
pub(crate) use evidence::{explain_answer, explain_report};
pub(crate) use init::propose;
pub(crate) use timings::Timings;
pub(crate) use why::{Question, why};
