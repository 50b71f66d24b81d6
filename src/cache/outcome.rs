//! The outcome of a whole run.
//!
//! In: what the run was asked, what it asked itself, what it printed and how it ended. Out: the same outcome again, as
//! long as the machine would answer the run as it did.
//! *Invariant:* a run that asked for nothing, or for something that cannot be asked again, is not kept.

use std::borrow::Cow;
use std::io;

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::recording::Recording;
use super::store::{RESULTS, Store};
use super::trace::Trace;
use crate::system::Machine;

/// From so many answers on that had to be asked for anew, their new stamps are kept: after a fresh checkout, say.
const WORTH_KEEPING: usize = 16;

/// What a run printed, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome<'a> {
    /// Its findings.
    pub stdout: Cow<'a, [u8]>,
    /// What it said about itself.
    pub notes: Cow<'a, str>,
    /// Its exit status.
    pub status: u8,
}

/// An outcome as it is kept; its findings stand behind it, since they may be long.
#[derive(Debug, Serialize, Deserialize)]
struct Kept<'a> {
    depends_on: Trace,
    #[serde(borrow)]
    notes: Cow<'a, str>,
    status: u8,
}

/// Hands over the outcome of an earlier run with this key, unless something has changed that it depends on.
pub(crate) fn recall<T>(
    machine: &dyn Machine,
    store: &Store<'_>,
    key: &Key,
    show: impl FnOnce(&Outcome<'_>) -> T,
) -> Option<T> {
    let payload = store.load(&RESULTS, key)?;
    let (mut kept, stdout): (Kept<'_>, _) = postcard::take_from_bytes(payload.bytes()).ok()?;
    let renewed = kept.depends_on.still_holds(machine)?;
    if renewed >= WORTH_KEEPING {
        // The next run takes longer where this fails.
        let _ = store.save_with(&RESULTS, key, &kept, stdout);
    }
    Some(show(&Outcome {
        stdout: Cow::Borrowed(stdout),
        notes: kept.notes,
        status: kept.status,
    }))
}

/// Keeps the outcome of a run, and what the programs answered that it called.
///
/// # Errors
/// What the file system says: nothing depends on it.
pub(crate) fn remember(
    store: &Store<'_>,
    key: &Key,
    recording: Recording<'_>,
    outcome: Outcome<'_>,
) -> io::Result<()> {
    recording.keep_answers()?;
    let Some(depends_on) = recording.trace() else {
        return Ok(());
    };
    if depends_on.folders.is_empty() {
        return Ok(());
    }
    let kept = Kept {
        depends_on,
        notes: outcome.notes,
        status: outcome.status,
    };
    store.save_with(&RESULTS, key, &kept, &outcome.stdout)
}
