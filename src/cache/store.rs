//! A folder of things that were found out, each under its key.
//!
//! In: a folder, keys and values. Out: the values, as long as they are there and whole.
//! *Invariant:* never fails to read: what is not there, damaged, of another version or too long is not known. A value is
//! there as a whole or not at all, whichever processes write at once and wherever they are killed.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Serialize;

use super::envelope;
use super::key::Key;
use crate::system::{Machine, Stored};

/// A kind of values, and how much of it is kept: what was not used for longest goes first.
#[derive(Debug)]
pub(crate) struct Namespace {
    /// The name of its folder.
    pub name: &'static str,
    /// So many values.
    pub entries: usize,
    /// So many bytes in all.
    pub bytes: u64,
}

const MIB: u64 = 1 << 20;
/// What runs printed.
pub(super) const RESULTS: Namespace = Namespace {
    name: "results",
    entries: 64,
    bytes: 256 * MIB,
};
/// What programs answered.
pub(super) const ANSWERS: Namespace = Namespace {
    name: "answers",
    entries: 16,
    bytes: 64 * MIB,
};

/// What files say.
pub(super) const FACTS: Namespace = Namespace {
    name: "facts",
    entries: 4,
    bytes: 1_024 * MIB,
};

const SECOND: i64 = 1_000_000_000;
/// A value that is used is marked so at most once in this time.
const TOUCH_AFTER: i64 = 600 * SECOND;
/// A file that was not finished in this time never will be.
const ABANDONED_AFTER: i64 = 3_600 * SECOND;
/// The ending of files that are not finished.
const UNFINISHED: &str = ".tmp";

/// Tells backup programs that nothing here is worth keeping (<https://bford.info/cachedir/>).
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # What cargo-bulkhead found out in earlier runs. It can be removed at any time.\n";

/// The bytes of a value that was kept.
#[derive(Debug)]
pub(crate) struct Payload {
    bytes: Vec<u8>,
    from: usize,
}

impl Payload {
    /// The bytes.
    #[must_use]
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[self.from..]
    }
}

/// A folder of values.
pub(crate) struct Store<'m> {
    machine: &'m dyn Machine,
    folder: Utf8PathBuf,
    /// What the running program is: another build may find out other things.
    program: blake3::Hasher,
}

impl<'m> Store<'m> {
    /// A store in a folder, which need not be there yet; `None` where it cannot be told which program is running.
    pub(crate) fn new(machine: &'m dyn Machine, folder: Utf8PathBuf) -> Option<Self> {
        let stamp = machine.own_stamp().ok()?;
        let mut program = blake3::Hasher::new();
        program.update(env!("CARGO_PKG_VERSION").as_bytes());
        program.update(&stamp.size.to_le_bytes());
        program.update(&stamp.modified.to_le_bytes());
        program.update(&stamp.changed.to_le_bytes());
        program.update(&stamp.node.to_le_bytes());
        Some(Self {
            machine,
            folder,
            program,
        })
    }

    /// The key of what depends on these texts, and on this build of the program.
    #[must_use]
    pub(crate) fn key<'t>(&self, texts: impl IntoIterator<Item = &'t [u8]>) -> Key {
        let mut hasher = self.program.clone();
        for text in texts {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text);
        }
        Key::of(hasher.finalize().into())
    }

    /// The value under a key.
    #[must_use]
    pub(crate) fn load(&self, namespace: &Namespace, key: &Key) -> Option<Payload> {
        let path = self.folder.join(namespace.name).join(key.file_name());
        let (stamp, bytes) = self.machine.read_stamped(&path, namespace.bytes).ok()?;
        let from = envelope::opened(key, &bytes)?;
        if self.machine.now().saturating_sub(stamp.modified) > TOUCH_AFTER {
            // It goes a little earlier where this fails.
            let _ = self.machine.touch(&path);
        }
        Some(Payload { bytes, from })
    }

    /// Keeps a value, in place of what was under its key; one that is too long is not kept.
    ///
    /// # Errors
    /// What the file system says: nothing depends on it.
    pub(crate) fn save(
        &self,
        namespace: &Namespace,
        key: &Key,
        value: &impl Serialize,
    ) -> io::Result<()> {
        self.save_with(namespace, key, value, &[])
    }

    /// Keeps a value and bytes behind it: whoever reads it finds them as what postcard leaves over.
    ///
    /// # Errors
    /// What the file system says: nothing depends on it.
    pub(crate) fn save_with(
        &self,
        namespace: &Namespace,
        key: &Key,
        value: &impl Serialize,
        bytes: &[u8],
    ) -> io::Result<()> {
        let value = postcard::to_stdvec(value).map_err(io::Error::other)?;
        let head = envelope::head(key, &[&value, bytes]);
        if (head.len() + value.len() + bytes.len()) as u64 > namespace.bytes {
            return Ok(());
        }
        let folder = self.prepared(namespace)?;
        self.machine
            .replace(&folder.join(key.file_name()), &[&head, &value, bytes])?;
        self.tidy(namespace, &folder, &key.file_name());
        Ok(())
    }

    /// The folder of a namespace. What marks the whole as a cache is there before anything else.
    fn prepared(&self, namespace: &Namespace) -> io::Result<Utf8PathBuf> {
        let folder = self.folder.join(namespace.name);
        if self.machine.is_file(&self.folder.join("CACHEDIR.TAG")) {
            self.machine.make_folder(&folder)?;
            return Ok(folder);
        }
        self.machine.make_folder(&folder)?;
        let write = |name: &str, text: &str| {
            let path = self.folder.join(name);
            self.machine.replace(&path, &[text.as_bytes()])
        };
        write(".gitignore", "*\n")?;
        write("CACHEDIR.TAG", TAG)?;
        Ok(folder)
    }

    /// Removes what was abandoned, and what was not used for longest as far as there is too much. Other processes may
    /// do the same at the same time.
    fn tidy(&self, namespace: &Namespace, folder: &Utf8Path, newest: &str) {
        let Ok(files) = self.machine.stored(folder) else {
            return;
        };
        let remove = |file: &Stored| {
            let _ = self.machine.remove(&folder.join(&file.name));
        };
        let now = self.machine.now();
        let (unfinished, mut values): (Vec<Stored>, Vec<Stored>) = files
            .into_iter()
            .partition(|file| file.name.ends_with(UNFINISHED));
        unfinished
            .iter()
            .filter(|file| now.saturating_sub(file.modified) > ABANDONED_AFTER)
            .for_each(remove);
        values.sort_by_key(|file| (file.name != newest, std::cmp::Reverse(file.modified)));
        let mut bytes = 0;
        for (at, file) in values.iter().enumerate() {
            bytes += file.size;
            if at >= namespace.entries || bytes > namespace.bytes {
                remove(file);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::{RealSystem, System};

    const FEW: Namespace = Namespace {
        name: "few",
        entries: 3,
        bytes: 4_000,
    };

    struct Place {
        folder: Utf8PathBuf,
        _owner: tempfile::TempDir,
    }

    impl Place {
        fn new() -> Self {
            let owner = tempfile::tempdir().unwrap();
            let folder = Utf8PathBuf::from_path_buf(owner.path().join("a/b")).unwrap();
            Self {
                folder,
                _owner: owner,
            }
        }

        fn store(&self) -> Store<'static> {
            Store::new(&RealSystem, self.folder.clone()).unwrap()
        }

        fn names(&self) -> Vec<String> {
            RealSystem.files_in(&self.folder.join(FEW.name)).unwrap()
        }
    }

    fn key(store: &Store<'_>, text: &str) -> Key {
        store.key([text.as_bytes()])
    }

    fn value(store: &Store<'_>, text: &str) -> Option<String> {
        let payload = store.load(&FEW, &key(store, text))?;
        postcard::from_bytes(payload.bytes()).ok()
    }

    /// Lets the clock of the file system tick.
    fn wait() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }

    #[test]
    fn what_was_saved_is_there_until_it_is_replaced() {
        let place = Place::new();
        let store = place.store();
        assert_eq!(value(&store, "a"), None);
        store.save(&FEW, &key(&store, "a"), &"one").unwrap();
        assert_eq!(value(&store, "a").as_deref(), Some("one"));
        assert_eq!(value(&place.store(), "a").as_deref(), Some("one"));
        store.save(&FEW, &key(&store, "a"), &"two").unwrap();
        assert_eq!(value(&store, "a").as_deref(), Some("two"));
        assert_eq!(place.names().len(), 1);
        // Texts are not run together.
        let parts = |texts: [&'static str; 2]| store.key(texts.map(str::as_bytes));
        assert_ne!(parts(["ab", "c"]), parts(["a", "bc"]));
    }

    #[test]
    fn bytes_stand_behind_a_value() {
        let place = Place::new();
        let store = place.store();
        let key = key(&store, "a");
        store.save_with(&FEW, &key, &7_u8, b"long").unwrap();
        let payload = store.load(&FEW, &key).unwrap();
        let (value, rest): (u8, _) = postcard::take_from_bytes(payload.bytes()).unwrap();
        assert_eq!((value, rest), (7, &b"long"[..]));
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let place = Place::new();
        let store = place.store();
        for text in ["a", "b", "c"] {
            store.save(&FEW, &key(&store, text), &text).unwrap();
            wait();
        }
        let path = place
            .folder
            .join(FEW.name)
            .join(key(&store, "a").file_name());
        RealSystem.touch(&path).unwrap();
        wait();
        store.save(&FEW, &key(&store, "d"), &"d").unwrap();
        let known = ["a", "b", "c", "d"].map(|text| value(&store, text).is_some());
        assert_eq!(known, [true, false, true, true]);
    }

    #[test]
    fn there_are_never_more_bytes_than_allowed() {
        let place = Place::new();
        let store = place.store();
        let long = "x".repeat(1_800);
        for text in ["a", "b", "c"] {
            store.save(&FEW, &key(&store, text), &long).unwrap();
            wait();
        }
        let known = ["a", "b", "c"].map(|text| value(&store, text).is_some());
        assert_eq!(known, [false, true, true]);
        // One that has no place at all drives out no other.
        store
            .save(&FEW, &key(&store, "d"), &"x".repeat(4_000))
            .unwrap();
        assert_eq!(value(&store, "d"), None);
        assert!(value(&store, "c").is_some());
    }

    #[test]
    fn a_value_that_is_used_is_marked_so() {
        let place = Place::new();
        let store = place.store();
        store.save(&FEW, &key(&store, "a"), &"a").unwrap();
        let path = place
            .folder
            .join(FEW.name)
            .join(key(&store, "a").file_name());
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(86_400);
        let file = std::fs::File::options().append(true).open(&path).unwrap();
        file.set_modified(long_ago).unwrap();
        let before = RealSystem.stamp(&path).unwrap().modified;
        assert!(value(&store, "a").is_some());
        let after = RealSystem.stamp(&path).unwrap().modified;
        assert!(after - before > 80_000 * SECOND);
        assert!(value(&store, "a").is_some());
        assert_eq!(RealSystem.stamp(&path).unwrap().modified, after);
    }
}
