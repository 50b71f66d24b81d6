//! What earlier runs found out, for as long as nothing that they read has changed.
//!
//! In: a [`Machine`], a folder to keep things in, and what a run asks of the system. Out: the answers of programs and
//! the outcome of whole runs, as they would be given again.
//! *Invariant:* any damage is a miss; what cannot be known to be unchanged is a miss; knows no code and no rule.

mod envelope;
mod key;
mod outcome;
mod pack;
mod recording;
mod seen;
mod store;
mod trace;

pub(crate) use key::Key;
pub(crate) use outcome::{Outcome, recall, remember};
pub(crate) use pack::Pack;
pub(crate) use recording::Recording;
pub(crate) use store::Store;
