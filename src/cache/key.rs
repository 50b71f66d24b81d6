//! Names for what is kept.
//!
//! In: a digest. Out: a key, and the name of its file.
//! *Invariant:* two keys are equal only where all that they were made of is.

use crate::system::Digest;

/// Under which name a value is kept: all that it depends on and that is known before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key(Digest);

impl Key {
    /// The key with this digest.
    pub(super) const fn of(digest: Digest) -> Self {
        Self(digest)
    }

    /// Its digest.
    pub(super) const fn bytes(&self) -> &Digest {
        &self.0
    }

    /// The name of its file.
    pub(super) fn file_name(&self) -> String {
        blake3::Hash::from(self.0).to_hex().to_string()
    }
}
