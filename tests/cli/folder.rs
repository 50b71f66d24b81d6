//! A folder of one's own, to write a workspace into.
//!
//! In: files as text, or a test project. Out: a folder that goes when its owner does.
//! *Invariant:* never writes outside of it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A manifest without dependencies.
pub(crate) const MANIFEST: &str =
    "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";

/// A rule that any code can be held to.
pub(crate) const RULE: &str =
    "[[forbid]]\nid = \"no-processes\"\nfrom = \"*\"\nto = \"std::process\"\n";

/// A folder of one's own.
pub(crate) struct Folder {
    root: PathBuf,
    _owner: TempDir,
}

impl Folder {
    /// A folder with these files: path and text of each.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let owner = tempfile::tempdir().expect("there is room for a folder");
        // Below links such as macOS's /tmp, paths would not be those that the program shows.
        let root = fs::canonicalize(owner.path()).expect("the folder is there");
        let folder = Self {
            root,
            _owner: owner,
        };
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// A copy of another folder, without its rule file, golden files and builds.
    pub(crate) fn copy_of(source: &Path) -> Self {
        let folder = Self::with(&[]);
        copy(source, &folder.root);
        folder
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        let parent = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(parent).expect("the folder is ours");
        fs::write(path, text).expect("the file is ours");
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the file is there")
    }

    /// A path in it; `""` is the folder itself.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is ours");
    for entry in fs::read_dir(from).expect("the source is readable") {
        let entry = entry.expect("the source is readable").path();
        let name = entry.file_name().expect("an entry has a name");
        let left_out = ["bulkhead.toml", "target", "Cargo.lock"];
        let text = name.to_string_lossy();
        if left_out.contains(&&*text) || text.starts_with("expected.") {
            continue;
        }
        if entry.is_dir() {
            copy(&entry, &to.join(name));
        } else {
            fs::copy(&entry, to.join(name)).expect("the folder is ours");
        }
    }
}
