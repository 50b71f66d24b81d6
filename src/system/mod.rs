//! The one door to files, processes, environment and clock: a real one, and one in memory for tests.
//!
//! In: requests for bytes and answers of programs. Out: those bytes, or an error that says what and where.
//! *Invariant:* nothing outside this module touches the file system, starts a process or asks for the time.

#[cfg(any(test, fuzzing))]
mod memory;
mod real;

use std::io;

#[cfg(any(test, fuzzing))]
pub(crate) use memory::MemorySystem;
pub(crate) use real::RealSystem;

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
