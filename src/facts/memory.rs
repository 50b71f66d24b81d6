//! What is known already of what texts say.

use super::{FileFacts, rust};

/// A BLAKE3 digest of a text.
pub(crate) type TextDigest = [u8; 32];

/// Facts by the text that says them.
pub(crate) trait Memory: Sync {
    /// The facts of the text with this digest, if they are known.
    fn recall(&self, text: &TextDigest) -> Option<FileFacts>;

    /// Keeps the facts of a text.
    fn remember(&self, text: TextDigest, facts: &FileFacts);
}

/// What a Rust file says: what is known of the text already, or what is read there.
#[must_use]
pub(crate) fn of_text(text: &str, memory: Option<&dyn Memory>) -> FileFacts {
    let Some(memory) = memory else {
        return rust::read(text);
    };
    let digest = blake3::hash(text.as_bytes()).into();
    if let Some(known) = memory.recall(&digest) {
        return known;
    }
    let facts = rust::read(text);
    memory.remember(digest, &facts);
    facts
}
