//! The facts of a workspace's files, by what the files say.
//!
//! In: a store, and the facts that a run finds. Out: those that an earlier run found of the same text.
//! *Invariant:* all that a run used is kept in one piece, and what it did not use is dropped with the next one that finds
//! anything new.

use std::io;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::key::Key;
use super::store::{FACTS, Payload, Store};
use crate::base::{Map, Packed, Set};
use crate::facts::{FileFacts, Memory, TextDigest};

/// The facts of the files of one workspace.
pub(crate) struct Pack<'m> {
    store: &'m Store<'m>,
    key: Key,
    payload: Option<Payload>,
    /// Where the facts of each text stand in the payload.
    known: Map<TextDigest, Range<usize>>,
    used: Mutex<Used>,
}

/// What a run did with a pack.
#[derive(Default)]
struct Used {
    recalled: Set<TextDigest>,
    fresh: Map<TextDigest, Vec<u8>>,
}

impl<'m> Pack<'m> {
    /// The facts that earlier runs on this workspace left.
    pub(crate) fn open(store: &'m Store<'m>, workspace: &str) -> Self {
        let key = store.key([&b"facts"[..], workspace.as_bytes()]);
        let mut pack = Self {
            store,
            payload: store.load(&FACTS, &key),
            key,
            known: Map::default(),
            used: Mutex::default(),
        };
        pack.known = pack.index().unwrap_or_default();
        pack
    }

    /// The table in front of the facts: which text, and of how many bytes its facts are.
    fn index(&self) -> Option<Map<TextDigest, Range<usize>>> {
        let payload = self.payload.as_ref()?.bytes();
        let (table, facts): (Vec<(TextDigest, u64)>, _) =
            postcard::take_from_bytes(payload).ok()?;
        let mut at = payload.len() - facts.len();
        let mut known = Map::default();
        for (digest, length) in table {
            let end = at.checked_add(usize::try_from(length).ok()?)?;
            payload.get(at..end)?;
            known.insert(digest, at..end);
            at = end;
        }
        Some(known)
    }

    fn bytes(&self, digest: &TextDigest) -> Option<&[u8]> {
        let range = self.known.get(digest)?;
        self.payload.as_ref()?.bytes().get(range.clone())
    }

    /// Keeps what the run used, where anything is new.
    ///
    /// # Errors
    /// What the file system says: nothing depends on it.
    pub(crate) fn keep(self) -> io::Result<()> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.fresh.is_empty() {
            return Ok(());
        }
        let recalled = used.recalled.iter().filter_map(|digest| {
            let bytes = self.bytes(digest)?;
            Some((digest, bytes))
        });
        let fresh = used
            .fresh
            .iter()
            .map(|(digest, bytes)| (digest, &bytes[..]));
        let mut all: Vec<(&TextDigest, &[u8])> = recalled.chain(fresh).collect();
        all.sort_unstable();
        let table: Vec<(&TextDigest, u64)> = all
            .iter()
            .map(|(digest, bytes)| (*digest, bytes.len() as u64))
            .collect();
        let facts: Vec<&[u8]> = all.iter().map(|(_, bytes)| *bytes).collect();
        self.store
            .save_with(&FACTS, &self.key, &table, &facts.concat())
    }
}

impl Memory for Pack<'_> {
    fn recall(&self, text: &TextDigest) -> Option<FileFacts> {
        let facts = Packed::from_bytes(self.bytes(text)?)?.unpack()?;
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.recalled.insert(*text);
        Some(facts)
    }

    fn remember(&self, text: TextDigest, facts: &FileFacts) {
        let bytes = Packed::of(facts).to_bytes();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.fresh.insert(text, bytes);
    }
}
