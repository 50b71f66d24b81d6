//! What is remembered of earlier runs: it saves time, and changes nothing that anyone reads.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and write its files"
)]

#[path = "cache/changes.rs"]
mod changes;
#[path = "cache/damage.rs"]
mod damage;
#[path = "cli/folder.rs"]
mod folder;
#[path = "cache/place.rs"]
mod place;
mod support;

use folder::{Folder, MANIFEST, RULE};
use serde_json::Value;
use std::path::{Path, PathBuf};
use support::{Outcome, Run, program, project};

/// A workspace, and a folder for what is remembered of it.
struct Remembered {
    workspace: Folder,
    cache: Folder,
}

impl Remembered {
    /// A package with these files.
    fn package(files: &[(&str, &str)]) -> Self {
        let workspace = Folder::with(&[
            ("Cargo.toml", MANIFEST),
            ("bulkhead.toml", RULE),
            ("src/lib.rs", "pub mod other;\n"),
            ("src/other.rs", "pub fn end() { std::process::exit(0) }\n"),
        ]);
        for (path, text) in files {
            workspace.write(path, text);
        }
        Self::of(workspace)
    }

    /// A copy of the shop.
    fn shop() -> Self {
        let workspace = Folder::copy_of(&project("shop"));
        let rules = std::fs::read(project("shop").join("bulkhead.toml"));
        workspace.write("bulkhead.toml", rules.expect("the shop has rules"));
        Self::of(workspace)
    }

    fn of(workspace: Folder) -> Self {
        Self {
            workspace,
            cache: Folder::with(&[]),
        }
    }

    /// A run in the workspace, to be.
    fn run(&self) -> Run {
        program(&self.workspace.path(""))
    }

    /// What a command gives without a memory.
    fn truth(&self, command: &str) -> Outcome {
        self.run().with(&format!("{command} --no-cache"))
    }

    /// What a command gives with one, and whether it was remembered.
    #[track_caller]
    fn asked(&self, command: &str) -> (Outcome, bool) {
        self.asked_in(self.run(), command)
    }

    #[track_caller]
    fn asked_in(&self, run: Run, command: &str) -> (Outcome, bool) {
        let cache = self.cache.path("").display().to_string();
        let words = command.split_whitespace();
        let arguments: Vec<&str> = words
            .chain(["--timings=json", "--cache-dir", &cache])
            .collect();
        let outcome = run.with_each(&arguments);
        let timings = outcome.stderr.lines().last().map(serde_json::from_str);
        let from_cache = match timings {
            Some(Ok(Value::Object(timings))) => timings["from_cache"] == true,
            _ => false,
        };
        (outcome, from_cache)
    }

    /// A command gives what it gives without a memory, and is done anew or not, as it ought to be.
    #[track_caller]
    fn expect(&self, command: &str, from_cache: bool) -> Outcome {
        let (outcome, was_cached) = self.asked(command);
        assert_same(&outcome, &self.truth(command));
        assert_eq!(was_cached, from_cache, "remembered: {}", outcome.asked);
        outcome
    }

    /// The files of one kind that are kept.
    fn kept(&self, kind: &str) -> Vec<PathBuf> {
        files(&self.cache.path(kind))
    }
}

#[track_caller]
fn assert_same(outcome: &Outcome, truth: &Outcome) {
    assert_eq!(outcome.stdout, truth.stdout, "{}", outcome.asked);
    assert_eq!(outcome.status, truth.status, "{}", outcome.asked);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder);
    let entries = entries.into_iter().flatten();
    entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect()
}

#[test]
fn every_command_that_only_reads_is_remembered() {
    let shop = Remembered::shop();
    for command in [
        "check",
        "check --message-format short",
        "check --report json",
        "check --all --evidence",
        "check -p shop_identity",
        "check --deny warnings --exit-zero",
        "why shop_orders shop_kernel",
        "graph",
        "graph --format mermaid --collapse modules",
        "graph --references json",
        "explain only-persistence-speaks-sql",
        "init --stdout",
    ] {
        shop.expect(command, false);
        for _ in 0..2 {
            shop.expect(command, true);
        }
    }
    assert_eq!(shop.kept("results").len(), 12);
    assert_eq!(shop.kept("answers").len(), 1, "cargo was asked once");
}

#[test]
fn what_is_said_aside_is_remembered_too() {
    let package = Remembered::package(&[]);
    let (cold, was_cached) = package.asked("check --verbose");
    assert!(!was_cached && cold.stderr.starts_with("read 2 files in"));
    let (warm, was_cached) = package.asked("check --verbose");
    assert!(was_cached && warm.stderr.starts_with("read 2 files in"));
    assert!(
        warm.stderr
            .contains("nothing that was read then has changed"),
        "{}",
        warm.stderr
    );
    let (quiet, _) = package.asked("check");
    assert_eq!(quiet.stderr.lines().count(), 1, "{}", quiet.stderr);
}

#[test]
fn colours_and_jobs_are_seen_for_what_they_change() {
    let shop = Remembered::shop();
    let plain = shop.expect("check", false);
    let coloured = shop.expect("check --color always", false);
    assert_ne!(plain.stdout, coloured.stdout);
    shop.expect("check --color always", true);
    shop.expect("check --color never", true);
    shop.expect("check --jobs 1", true);
    shop.expect("check --jobs 7 --color never", true);
}

#[test]
fn a_run_that_fails_or_writes_is_not_remembered() {
    let package = Remembered::package(&[]);
    for _ in 0..2 {
        package.expect("check --config gone.toml", false);
        package.expect("why gone std", false);
    }
    assert_eq!(package.kept("results"), Vec::<PathBuf>::new());
    std::fs::remove_file(package.workspace.path("bulkhead.toml")).expect("the file is ours");
    let (written, _) = package.asked("init");
    written.ends(0);
    let (again, _) = package.asked("init");
    again.ends(2).complains("there is a rule file already");
    assert_eq!(package.kept("results"), Vec::<PathBuf>::new());
}

#[test]
fn timings_say_whether_it_was_remembered() {
    let package = Remembered::package(&[]);
    let timings = |outcome: &Outcome| -> Value {
        let line = outcome.stderr.lines().last().expect("a line");
        serde_json::from_str(line).expect("one object in one line")
    };
    let stages = |timings: &Value| -> Vec<String> {
        let stages = timings["stages"].as_array().expect("a list").iter();
        stages
            .map(|stage| {
                assert!(stage["ms"].as_f64().expect("a number") >= 0.0);
                stage["stage"].as_str().expect("a name").to_owned()
            })
            .collect()
    };
    let (cold, _) = package.asked("check --jobs 2");
    let cold = timings(&cold);
    assert_eq!(cold["schema_version"], 1);
    assert_eq!(cold["jobs"], 2);
    assert_eq!(cold["from_cache"], false);
    let names = stages(&cold);
    assert_eq!(
        [&names[0][..], &names[1], &names[names.len() - 1]],
        ["metadata", "read and parse", "cache"]
    );
    let sum: f64 = cold["stages"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|stage| stage["ms"].as_f64())
        .sum();
    let all = cold["all_ms"].as_f64().expect("a number");
    assert!((all - sum).abs() < 0.1, "{all} {sum}");
    let (warm, _) = package.asked("check");
    let warm = timings(&warm);
    assert_eq!(warm["from_cache"], true);
    assert_eq!(stages(&warm), ["cache"]);
    let without = package.run().with("check --no-cache --timings=json");
    let without = timings(&without);
    assert_eq!(without["from_cache"], false);
    assert!(!stages(&without).contains(&"cache".to_owned()));
    // For people.
    let cache = package.cache.path("").display().to_string();
    let human = package
        .run()
        .with_each(&["check", "--timings", "--cache-dir", &cache]);
    assert!(human.stderr.starts_with("time by stage:\n           cache"));
}

#[test]
fn ten_processes_at_once_agree() {
    let shop = Remembered::shop();
    for round in 0..3 {
        let text = format!("pub fn round_{round}() {{ std::process::exit({round}) }}\n");
        shop.workspace
            .write("crates/shop_kernel/src/round.rs", &text);
        let truth = shop.truth("graph --references json");
        std::thread::scope(|scope| {
            for _ in 0..10 {
                scope.spawn(|| {
                    let (outcome, _) = shop.asked("graph --references json");
                    assert_same(&outcome, &truth);
                });
            }
        });
        shop.expect("graph --references json", true);
    }
    let unfinished = shop.kept("results").into_iter().chain(shop.kept("answers"));
    let unfinished: Vec<PathBuf> = unfinished
        .filter(|path| path.extension().is_some())
        .collect();
    assert_eq!(unfinished, Vec::<PathBuf>::new());
}
