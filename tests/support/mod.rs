//! Runs the real program in an environment without surprises.
//!
//! In: a folder and arguments. Out: what the program wrote, and its status.
//! *Invariant:* knows nothing about what the program ought to say.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What of the environment the program and cargo need; all else is left out.
const KEPT: [&str; 6] = [
    "PATH",
    "HOME",
    "CARGO",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
];

/// A run of the program, to be.
pub(crate) struct Run {
    command: Command,
}

/// What a run gave.
pub(crate) struct Outcome {
    /// What was asked, for the text of a failure.
    pub(crate) asked: String,
    /// The exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// The program in `folder`, on a fixed day, without colours, a terminal and a memory of earlier runs.
pub(crate) fn program(folder: &Path) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"));
    command
        .current_dir(folder)
        .env_clear()
        .envs(std::env::vars_os().filter(|(name, _)| KEPT.iter().any(|kept| name == kept)))
        .env("BULKHEAD_TODAY", "2026-11-24")
        .env("NO_COLOR", "1")
        .env("BULKHEAD_NO_CACHE", "1")
        .stdin(std::process::Stdio::null());
    Run { command }
}

impl Run {
    /// Runs with these arguments, given in one line and parted at spaces.
    pub(crate) fn with(self, arguments: &str) -> Outcome {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        self.with_each(&arguments)
    }

    /// Runs with these arguments.
    pub(crate) fn with_each(mut self, arguments: &[&str]) -> Outcome {
        let folder = self.command.get_current_dir().map(Path::to_owned);
        let output = self.command.args(arguments).output();
        let Output {
            status,
            stdout,
            stderr,
        } = output.expect("the program starts");
        let outcome = Outcome {
            asked: format!(
                "`cargo-bulkhead {}` in {}",
                arguments.join(" "),
                folder.unwrap_or_default().display()
            ),
            status: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).expect("the output is UTF-8"),
            stderr: String::from_utf8(stderr).expect("the trouble is UTF-8"),
        };
        assert!(
            (0..=2).contains(&outcome.status) && !outcome.stderr.contains("panicked"),
            "status {} from {}",
            outcome.status,
            outcome.told()
        );
        outcome
    }

    /// Sets a variable for the run.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }
}

impl Outcome {
    /// The status is as it ought to be.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "the status of {}", self.told());
        self
    }

    /// Standard output holds `text`.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        let is_said = self.stdout.contains(text);
        assert!(is_said, "no `{text}` on stdout of {}", self.told());
        self
    }

    /// Standard error holds `text`, and standard output is empty.
    #[track_caller]
    pub(crate) fn complains(self, text: &str) -> Self {
        let is_said = self.stderr.contains(text);
        assert!(is_said, "no `{text}` on stderr of {}", self.told());
        assert_eq!(self.stdout, "", "findings in {}", self.told());
        self
    }

    fn told(&self) -> String {
        let Self {
            asked,
            stdout,
            stderr,
            ..
        } = self;
        format!("{asked}\n--- stdout\n{stdout}--- stderr\n{stderr}---")
    }
}

/// A test project.
pub(crate) fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("test-projects")
        .join(name)
}
