//! How fast the program is, in whole processes and as ratios: beside the floor, which is to read the same files and parse them
//! with syn on as many threads.
//!
//! ```text
//! cargo build --release
//! cargo run --release --example speed -- scale [--lines 10000,100000,1000000] [--runs 3] [--jobs 2]
//! cargo run --release --example speed -- workspaces FOLDER… [--runs 5] [--jobs 2]
//! ```
//!
//! `scale` makes workspaces of growing size, and tells how time and memory grow. `workspaces` copies those that are named
//! into a temporary folder and runs cold, warm, and with one file changed. Of several runs the median counts; the most
//! memory that any of them had is read from `/proc`, and is 0 where there is none.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a program of its own, which makes files, runs programs and prints numbers"
)]

mod floor;
mod generate;
mod process;
mod scale;
mod workspaces;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// How to measure.
pub(crate) struct Options {
    /// This program.
    own: PathBuf,
    /// The one that is measured.
    pub program: PathBuf,
    /// How often.
    pub runs: usize,
    /// On how many threads.
    pub jobs: usize,
}

impl Options {
    /// The floor, as a process of its own.
    pub(crate) fn floor(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.own);
        command.arg("floor").arg(folder).arg(self.jobs.to_string());
        command
    }

    /// A look at the state of each file, as a process of its own.
    pub(crate) fn stat(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.own);
        command.arg("stat").arg(folder);
        command
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match measure(&arguments) {
        Ok(page) => {
            println!("{page}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn measure(arguments: &[String]) -> io::Result<String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["floor", folder, jobs] => Ok(floor::parse(Path::new(folder), number(jobs)?)?.to_string()),
        ["stat", folder] => Ok(floor::stat(Path::new(folder))?.to_string()),
        ["scale", rest @ ..] => {
            let (options, _) = options(rest, 3)?;
            let sizes = option(rest, "--lines").unwrap_or("10000,30000,100000,300000,1000000");
            let sizes = sizes
                .split(',')
                .map(number)
                .collect::<io::Result<Vec<usize>>>()?;
            scale::scale(&options, &sizes)
        }
        ["workspaces", rest @ ..] => {
            let (options, folders) = options(rest, 5)?;
            workspaces::workspaces(&options, &folders)
        }
        _ => Err(io::Error::other(
            "usage: speed scale | speed workspaces FOLDER…",
        )),
    }
}

fn option<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    let at = words.iter().position(|it| *it == name)?;
    words.get(at + 1).copied()
}

/// The options, and what is none.
fn options(words: &[&str], runs: usize) -> io::Result<(Options, Vec<PathBuf>)> {
    let own = std::env::current_exe()?;
    let program = own
        .parent()
        .and_then(Path::parent)
        .map(|folder| folder.join("cargo-bulkhead"))
        .ok_or_else(|| io::Error::other("no folder above this program"))?;
    let number_of = |name, otherwise| option(words, name).map_or(Ok(otherwise), number);
    let options = Options {
        own,
        program,
        runs: number_of("--runs", runs)?,
        jobs: number_of("--jobs", 2)?,
    };
    let mut folders = Vec::new();
    let mut is_value = false;
    for word in words {
        if !is_value && !word.starts_with("--") {
            folders.push(PathBuf::from(word));
        }
        is_value = word.starts_with("--");
    }
    Ok((options, folders))
}

fn number(text: &str) -> io::Result<usize> {
    let parsed = text.parse();
    parsed.map_err(|_| io::Error::other(format!("`{text}` is no number")))
}
