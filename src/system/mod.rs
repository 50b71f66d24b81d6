//! The one door to files, processes, environment and clock: a real one, and one in memory for tests.
//!
//! In: requests for bytes and answers of programs. Out: those bytes, or an error that says what and where.
//! *Invariant:* nothing outside this module touches the file system, starts a process or asks for the time.

#[cfg(any(test, fuzzing))]
mod memory;
mod real;
mod stamp;

use std::io;

#[cfg(any(test, fuzzing))]
pub(crate) use memory::MemorySystem;
pub(crate) use real::RealSystem;
pub(crate) use stamp::Stamp;

use camino::{Utf8Path, Utf8PathBuf};

/// What a program printed, and how it ended.
#[derive(Clone, Debug)]
pub(crate) struct ProcessOutput {
    /// Whether it ended with status 0.
    pub success: bool,
    /// Its standard output.
    pub stdout: Vec<u8>,
    /// Its standard error.
    pub stderr: Vec<u8>,
}

/// The machine as the program sees it.
pub(crate) trait System: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// What the file system says.
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>>;

    /// The bytes of a file that may turn out not to be needed: nothing depends on them, unless they are read again.
    ///
    /// # Errors
    /// What the file system says.
    fn read_ahead(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        self.read(path)
    }

    /// The names of all that is in a folder, sorted; those of folders (links are none) end with `/`. None where it cannot be
    /// told. Nothing depends on them.
    fn names_ahead(&self, folder: &Utf8Path) -> Vec<String> {
        let _ = folder;
        Vec::new()
    }

    /// Writes a file that must not exist yet.
    ///
    /// # Errors
    /// What the file system says; `AlreadyExists` where there is one.
    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()>;

    /// Whether there is a file (links followed).
    fn is_file(&self, path: &Utf8Path) -> bool;

    /// The names of the files (links followed) in a folder, sorted; those that are not Unicode are left out.
    ///
    /// # Errors
    /// What the file system says.
    fn files_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>>;

    /// The path with links and dots resolved.
    ///
    /// # Errors
    /// What the file system says, a loop of links included.
    fn canonicalize(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf>;

    /// Runs a program to its end, in a folder.
    ///
    /// # Errors
    /// What starting it says.
    fn run(
        &self,
        program: &str,
        arguments: &[String],
        folder: &Utf8Path,
    ) -> io::Result<ProcessOutput>;

    /// Runs a program that only reads. A system that remembers answers needs to know what this one depends on, beside
    /// the arguments: see [`Inputs`].
    ///
    /// # Errors
    /// What starting it says.
    fn run_reading(
        &self,
        program: &str,
        arguments: &[String],
        folder: &Utf8Path,
        inputs: &Inputs<'_>,
    ) -> io::Result<ProcessOutput> {
        let _ = inputs;
        self.run(program, arguments, folder)
    }

    /// An environment variable; `None` where unset or not Unicode.
    fn variable(&self, name: &str) -> Option<String>;

    /// The folder the program was started in.
    ///
    /// # Errors
    /// What the file system says.
    fn current_dir(&self) -> io::Result<Utf8PathBuf>;

    /// Today's date in UTC, as `YYYY-MM-DD`; what `BULKHEAD_TODAY` says where it holds a date,
    /// so that runs over rules that expire can be repeated.
    fn today(&self) -> String;
}

/// Asks, of the system that it is given, for all that a program reads, and says whether that is all; before there is
/// an answer, for as much of it as is known by then.
pub(crate) type Inputs<'i> = dyn Fn(&dyn Probe, Option<&ProcessOutput>) -> bool + 'i;

/// What else programs read of a machine.
pub(crate) trait Probe: System {
    /// The names of all that is in a folder, sorted; those of folders (links followed) end with `/`.
    ///
    /// # Errors
    /// What the file system says.
    fn names_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>>;

    /// The file that [`System::run`] starts for a name, where that can be told; `None` for a script, which may
    /// read anything.
    fn program(&self, name: &str) -> Option<Utf8PathBuf>;

    /// A digest of all environment variables whose names begin with one of these, secrets aside.
    fn environment(&self, beginnings: &[&str]) -> Digest;
}

/// A BLAKE3 digest.
pub(crate) type Digest = [u8; 32];

/// What stands at a path itself, links not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Nothing.
    Absent,
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A link, or what cannot be told.
    Other,
}

/// What a folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listing {
    /// As [`Probe::names_in`] gives them.
    pub names: Vec<String>,
    /// What stands behind the names, beside plain files and folders.
    pub links: Links,
}

/// The links in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// There are none.
    None,
    /// There are some; of all that they lead to, this has changed last.
    Lead(Stamp),
    /// There are some that lead nowhere, or entries that cannot be told.
    Unknown,
}

/// A file in a folder of the machine's own.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// When it was written last, in nanoseconds since 1970.
    pub modified: i64,
}

/// What a cache needs of the machine: whether something has changed, and a place to keep what it knows.
pub(crate) trait Machine: Probe {
    /// The time, in nanoseconds since 1970.
    fn now(&self) -> i64;

    /// The stamp of a file or folder, links followed.
    ///
    /// # Errors
    /// What the file system says.
    fn stamp(&self, path: &Utf8Path) -> io::Result<Stamp>;

    /// What stands at a path, links not followed.
    fn entry(&self, path: &Utf8Path) -> Entry;

    /// What a folder holds.
    ///
    /// # Errors
    /// What the file system says.
    fn list(&self, folder: &Utf8Path) -> io::Result<Listing>;

    /// The bytes of a file, and its stamp from before they were read.
    ///
    /// # Errors
    /// What the file system says; `FileTooLarge` where there are more than `most`.
    fn read_stamped(&self, path: &Utf8Path, most: u64) -> io::Result<(Stamp, Vec<u8>)>;

    /// The stamp of the program that is running.
    ///
    /// # Errors
    /// What the file system says.
    fn own_stamp(&self) -> io::Result<Stamp>;

    /// Makes a folder, and those above it.
    ///
    /// # Errors
    /// What the file system says.
    fn make_folder(&self, folder: &Utf8Path) -> io::Result<()>;

    /// Puts a file in place at once, whole: others see what was there before, or all of it.
    ///
    /// # Errors
    /// What the file system says.
    fn replace(&self, path: &Utf8Path, parts: &[&[u8]]) -> io::Result<()>;

    /// The files in a folder, in no order.
    ///
    /// # Errors
    /// What the file system says.
    fn stored(&self, folder: &Utf8Path) -> io::Result<Vec<Stored>>;

    /// Marks a file as used now.
    ///
    /// # Errors
    /// What the file system says.
    fn touch(&self, path: &Utf8Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the file system says.
    fn remove(&self, path: &Utf8Path) -> io::Result<()>;
}
