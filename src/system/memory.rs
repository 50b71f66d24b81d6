//! A machine in memory, for tests: its files, and what its programs answer.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::Mutex;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::{ProcessOutput, System};

/// A machine in memory. Its current folder is `/w`, its day 2026-11-24; it has no variables.
#[derive(Debug)]
pub(crate) struct MemorySystem {
    files: Mutex<BTreeMap<Utf8PathBuf, Vec<u8>>>,
    answers: Vec<(String, ProcessOutput)>,
    current_dir: Utf8PathBuf,
    today: String,
}

impl Default for MemorySystem {
    fn default() -> Self {
        Self {
            files: Mutex::default(),
            answers: Vec::new(),
            current_dir: "/w".into(),
            today: "2026-11-24".to_owned(),
        }
    }
}

impl MemorySystem {
    /// Adds a file; its folders come with it.
    #[must_use]
    pub(crate) fn with_file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let mut files = self.files.lock().expect("no test panics while it writes");
        files.insert(path.into(), bytes.as_ref().to_vec());
        drop(files);
        self
    }

    /// Answers with this output each command line (`program argument …`) that begins with `command`.
    #[must_use]
    pub(crate) fn with_output(mut self, command: &str, stdout: &str) -> Self {
        let output = ProcessOutput {
            success: true,
            stdout: stdout.into(),
            stderr: Vec::new(),
        };
        self.answers.push((command.to_owned(), output));
        self
    }

    /// Lets each command line that begins with `command` fail with this text on standard error.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn with_failure(mut self, command: &str, stderr: &str) -> Self {
        let output = ProcessOutput {
            success: false,
            stdout: Vec::new(),
            stderr: stderr.into(),
        };
        self.answers.push((command.to_owned(), output));
        self
    }

    fn files<T>(&self, look: impl FnOnce(&mut BTreeMap<Utf8PathBuf, Vec<u8>>) -> T) -> T {
        look(&mut self.files.lock().expect("no test panics while it writes"))
    }
}

impl System for MemorySystem {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        self.files(|files| files.get(&plain(path)).cloned())
            .ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        self.files(|files| {
            if files.contains_key(&plain(path)) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            files.insert(plain(path), bytes.to_vec());
            Ok(())
        })
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        self.files(|files| files.contains_key(&plain(path)))
    }

    fn files_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>> {
        let folder = plain(folder);
        let names: Vec<String> = self.files(|files| {
            let within = files.keys().filter(|it| it.parent() == Some(&folder));
            within
                .filter_map(|it| it.file_name().map(str::to_owned))
                .collect()
        });
        if names.is_empty() {
            return Err(ErrorKind::NotFound.into());
        }
        Ok(names)
    }

    fn canonicalize(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf> {
        let path = plain(path);
        let exists = self.files(|files| files.keys().any(|file| file.starts_with(&path)));
        exists
            .then_some(path)
            .ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn run(
        &self,
        program: &str,
        arguments: &[String],
        _folder: &Utf8Path,
    ) -> io::Result<ProcessOutput> {
        let line = format!("{program} {}", arguments.join(" "));
        self.answers
            .iter()
            .find(|(command, _)| line.starts_with(command))
            .map(|(_, output)| output.clone())
            .ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn variable(&self, _: &str) -> Option<String> {
        None
    }

    fn current_dir(&self) -> io::Result<Utf8PathBuf> {
        Ok(self.current_dir.clone())
    }

    fn today(&self) -> String {
        self.today.clone()
    }
}

/// The path without `.` and `..`; there are no links in memory.
fn plain(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for component in path.components() {
        match component {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
