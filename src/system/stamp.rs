//! Whether a file or folder is what it was, told without reading it.
//!
//! In: what the file system notes about it. Out: a [`Stamp`], and whether an equal one proves anything.
//! *Invariant:* reads no content, and trusts no clock finer than that of the file system.

use std::fs::Metadata;
use std::time::UNIX_EPOCH;

/// What has changed later than so long before it was looked at may change again without a new time: the clocks of
/// kernels tick every 1 to 16 ms …
const FINE_TICK: i64 = 50_000_000;
/// … and those of some file systems every second, or every other one.
const COARSE_TICK: i64 = 3_000_000_000;

/// What the file system notes about a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Whether it is a folder.
    pub folder: bool,
    /// Its length in bytes.
    pub size: u64,
    /// When it was written last, in nanoseconds since 1970. Programs may set it at will.
    pub modified: i64,
    /// When anything about it has changed last; 0 where the system does not tell. No program can set it.
    pub changed: i64,
    /// Its number in the file system; 0 where the system does not tell.
    pub node: u64,
}

impl Stamp {
    /// The stamp in what the file system says.
    pub(super) fn of(metadata: &Metadata) -> Self {
        let (changed, node) = inode(metadata);
        let since = |time: std::time::SystemTime| match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_nanos()).unwrap_or(i64::MAX),
        };
        Self {
            folder: metadata.is_dir(),
            size: metadata.len(),
            // A time that cannot be told is never long ago.
            modified: metadata.modified().map_or(i64::MAX, since),
            changed,
            node,
        }
    }

    /// Whether any change from `time` on (nanoseconds since 1970) gives another stamp: two changes within one tick of
    /// the clock may look alike.
    #[must_use]
    pub(crate) fn is_settled(&self, time: i64) -> bool {
        let clock = if self.changed == 0 {
            self.modified
        } else {
            self.changed
        };
        let tick = if clock % 1_000_000_000 == 0 {
            COARSE_TICK
        } else {
            FINE_TICK
        };
        self.last_change() < time.saturating_sub(tick)
    }

    /// When it has changed last, in nanoseconds since 1970.
    #[must_use]
    pub(crate) fn last_change(&self) -> i64 {
        self.modified.max(self.changed)
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;

    let seconds = metadata.ctime().saturating_mul(1_000_000_000);
    (
        seconds.saturating_add(metadata.ctime_nsec()),
        metadata.ino(),
    )
}

#[cfg(not(unix))]
const fn inode(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_just_changed_may_change_again_unseen() {
        let second = 1_000_000_000;
        let stamp = |modified, changed| Stamp {
            folder: false,
            size: 1,
            modified,
            changed,
            node: 7,
        };
        let fine = stamp(100 * second + 5, 100 * second + 5);
        assert!(!fine.is_settled(100 * second + 6));
        assert!(!fine.is_settled(100 * second + FINE_TICK));
        assert!(fine.is_settled(100 * second + FINE_TICK + 6));
        // A clock that counts seconds.
        let coarse = stamp(100 * second, 0);
        assert!(!coarse.is_settled(102 * second));
        assert!(coarse.is_settled(104 * second));
        // A time that was set back does not make it older.
        assert!(!stamp(5, 100 * second + 5).is_settled(100 * second + 6));
        // What is to come is never settled.
        assert!(!stamp(i64::MAX, 0).is_settled(100 * second));
    }
}
