//! The language's rules of name resolution, each on a workspace of its own (`test-projects/resolution`): every
//! reference that there is, and none that is not there.
//!
//! In: the projects. Out: which lines differ.
//! *Invariant:* the words are those of `test-projects/README.md`, and nothing here can write them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::support::{program, project};

/// Fewer projects than these are a sign that they were not found.
const LEAST: usize = 140;

#[test]
fn every_rule_of_name_resolution_gives_its_references() {
    let mut folders: Vec<PathBuf> = fs::read_dir(project("resolution"))
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= LEAST, "only {} projects", folders.len());
    let faults: String = std::thread::scope(|scope| {
        let parts = folders.chunks(folders.len().div_ceil(2));
        let running: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().map(|it| verdict(it)).collect::<String>()))
            .collect();
        let ended = running.into_iter().map(|it| it.join().expect("no panic"));
        ended.collect()
    });
    assert!(faults.is_empty(), "\n{faults}");
}

/// What is wrong with one project; nothing if it is right.
fn verdict(folder: &Path) -> String {
    let expected = fs::read_to_string(folder.join("expected.txt"))
        .unwrap_or_else(|_| panic!("{} has no expected.txt", folder.display()));
    let (comments, lines): (Vec<&str>, Vec<&str>) = expected
        .lines()
        .filter(|line| !line.is_empty())
        .partition(|line| line.starts_with('#'));
    let (forbidden, wanted): (Vec<&str>, Vec<&str>) =
        lines.into_iter().partition(|line| line.starts_with("not "));
    let found = references(folder);
    let mut faults = String::new();
    let mut fault = |what: &str, line: &str| {
        writeln!(faults, "  {what}: {line}").expect("a string takes every write");
    };
    if !comments.iter().any(|line| line.starts_with("# https://")) {
        fault("unlinked", "no `# https://…` says which rule it shows");
    }
    if !wanted.is_sorted_by(|one, next| one < next) {
        fault(
            "unsorted",
            "the lines are not sorted, or one is there twice",
        );
    }
    for line in &wanted {
        if !found.contains_key(*line) {
            fault("missing", line);
        }
    }
    for (line, place) in &found {
        if !wanted.contains(&line.as_str()) {
            fault("unexpected", &format!("{line}  ({place})"));
        }
    }
    for line in forbidden {
        let unwanted = &line["not ".len()..];
        if let Some((line, place)) = found.iter().find(|(line, _)| bare(line) == unwanted) {
            fault("against", &format!("{line}  ({place})"));
        }
    }
    if faults.is_empty() {
        return faults;
    }
    format!("{}\n{faults}", folder.display())
}

/// A line without its marks: `IMPORTER -> DEFINED ITEM`.
fn bare(line: &str) -> &str {
    let line = line.split(" [").next().unwrap_or(line);
    line.strip_suffix(" via-macro").unwrap_or(line)
}

/// Every reference between two modules of the workspace, in the words of `expected.txt`, with a place where it stands.
fn references(folder: &Path) -> BTreeMap<String, String> {
    let listed = program(folder).with("graph --references json").ends(0);
    // By what they say, whether only expansions say it, and where.
    let mut found: BTreeMap<(String, String), (bool, String)> = BTreeMap::new();
    for line in listed.stdout.lines() {
        let reference: Value = serde_json::from_str(line).expect("each line is JSON");
        let text = |key: &str| reference[key].as_str().expect("it is text").to_owned();
        let (importer, defined, item) = (text("importer"), text("defined"), text("item"));
        if reference["external"] == true || importer == defined {
            continue;
        }
        let mut said = format!("{importer} -> {defined}");
        if !item.is_empty() {
            write!(said, " {item}").expect("a string takes every write");
        }
        let conditions = reference["conditions"].as_array().expect("they are listed");
        let words: Vec<&str> = conditions.iter().filter_map(Value::as_str).collect();
        let place = format!("{}:{}", text("file"), reference["line"]);
        let is_written = reference["via_macro"] == false;
        let known = found
            .entry((said, words.join(", ")))
            .or_insert((is_written, place));
        known.0 |= is_written;
    }
    let lines = found
        .into_iter()
        .map(|((mut said, words), (is_written, place))| {
            if !is_written {
                said.push_str(" via-macro");
            }
            if !words.is_empty() {
                write!(said, " [{words}]").expect("a string takes every write");
            }
            (said, place)
        });
    lines.collect()
}
