//! Every test project: what the tool says of it, down to the byte, and whether that is what it ought to say.
//!
//! `BULKHEAD_BLESS=1 cargo test --test projects` writes the golden files anew: read the difference before you commit it.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and read its files"
)]

#[path = "projects/resolution.rs"]
mod resolution;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde_json::Value;
use support::{Outcome, program, project};

/// Set to 1, golden files are written instead of compared.
const BLESS: &str = "BULKHEAD_BLESS";

/// The rule file that holds every kind of rule, below `test-projects/`.
const EVERY_RULE: &str = "every-rule.toml";

/// Projects with findings that are no twins.
const OTHERS: [&str; 2] = ["shop", "rule-file-mistakes"];

/// Lints that warn unless told otherwise: their violating twins end with status 0.
const WARNINGS: [&str; 2] = ["unused-exception", "unused-allowance"];

#[test]
fn output_is_what_the_golden_files_say() {
    let mut wrong = Vec::new();
    for twin in twins("violating") {
        wrong.extend(golden(&twin, &["human", "short"]));
    }
    for twin in twins("clean") {
        wrong.extend(golden(&twin, &["short"]));
    }
    for name in OTHERS {
        wrong.extend(golden(name, &["human", "short", "json"]));
    }
    assert!(
        wrong.is_empty(),
        "{}\nwhere the new output is right: {BLESS}=1 cargo test --test projects",
        wrong.join("\n")
    );
}

#[test]
fn violating_projects_give_what_they_ought_to_and_nothing_else() {
    let others = OTHERS.map(str::to_owned);
    let wrong: Vec<String> = twins("violating")
        .into_iter()
        .chain(others)
        .filter_map(|name| unexpected(&name))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn violating_twins_fail_and_clean_twins_pass() {
    for twin in twins("violating") {
        let findings = findings(&twin);
        let only_warnings = findings
            .iter()
            .all(|finding| WARNINGS.contains(&text(finding, "rule")));
        let checked = program(&project(&twin)).with("check");
        checked.ends(i32::from(!only_warnings));
        program(&project(&twin))
            .with("check --deny warnings")
            .ends(1);
    }
    for twin in twins("clean") {
        let checked = program(&project(&twin)).with("check --deny warnings --message-format short");
        let checked = checked.ends(0).says("no violations");
        assert_eq!(checked.stdout.lines().count(), 1, "{}", checked.stdout);
        assert_eq!(checked.stderr, "", "{}", checked.asked);
    }
}

#[test]
fn the_day_decides_what_has_expired() {
    for twin in ["exception-expired/violating", "allowance-expired/violating"] {
        let on = |day| program(&project(twin)).variable("BULKHEAD_TODAY", day);
        on("2025-12-31").with("check").ends(0).says("1 excused");
        on("2026-01-01")
            .with("check")
            .ends(1)
            .says("expired on 2025-12-31");
    }
}

#[test]
fn every_project_has_its_twin() {
    assert_eq!(
        kinds_of(&twins("violating")),
        kinds_of(&twins("clean")),
        "the violating and the clean twins under test-projects/"
    );
}

#[test]
fn every_lint_and_every_kind_of_rule_is_shown_by_a_project() {
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for twin in twins("violating") {
        let kinds = rule_kinds(&project(&twin));
        for finding in findings(&twin) {
            let rule = text(&finding, "rule");
            shown.extend(kinds.get(rule).cloned());
            shown.insert(rule.to_owned());
        }
    }
    // What these two say about a code base, lints report in their name.
    if shown.contains("private-access") {
        shown.insert("domain".to_owned());
    }
    if shown.contains("expired-exception") {
        shown.insert("exception".to_owned());
    }
    let missing: Vec<String> = explained()
        .into_iter()
        .filter(|id| !shown.contains(id))
        .collect();
    assert!(
        missing.is_empty(),
        "no project shows {missing:?}: for each, add test-projects/NAME/violating with a bulkhead.toml, an expected.txt \
         and the smallest code that breaks it, and test-projects/NAME/clean, the same but for what repairs it; \
         then {BLESS}=1 cargo test --test projects"
    );
}

#[test]
fn every_rule_runs_over_every_project() {
    let rules = project(EVERY_RULE);
    let rules = rules.to_str().expect("the path is Unicode");
    let kinds: BTreeSet<String> = rule_kinds(Path::new(rules)).into_values().collect();
    let missing: Vec<String> = explained()
        .into_iter()
        .filter(|id| {
            program(&project("shop"))
                .with_each(&["explain", id])
                .stdout
                .contains("\nKeys\n")
        })
        .filter(|kind| !kinds.contains(kind) && !["domain", "exception"].contains(&kind.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "add {missing:?} to test-projects/{EVERY_RULE}"
    );
    for folder in every_project() {
        if !folder.join("bulkhead.toml").is_file() {
            let bare = program(&folder).with("check").ends(2);
            bare.complains("no rule file");
        }
        let checked = program(&folder).with_each(&["check", "--report", "json", "--config", rules]);
        assert_ne!(checked.status, 2, "{}: {}", checked.asked, checked.stderr);
        let one_by_one = program(&folder).with_each(&["check", "--config", rules, "--all"]);
        assert_eq!(one_by_one.status, checked.status, "{}", checked.asked);
    }
}

#[test]
fn text_for_people_is_the_same_on_any_number_of_threads() {
    assert_same_bytes("--message-format human --all");
}

#[test]
fn short_lines_are_the_same_on_any_number_of_threads() {
    assert_same_bytes("--message-format short");
}

#[test]
fn the_json_report_is_the_same_on_any_number_of_threads() {
    assert_same_bytes("--report json");
}

/// Fifty runs on one and on two threads give the same bytes.
fn assert_same_bytes(format: &str) {
    let run = |jobs: usize| {
        let asked = format!("check {format} --jobs {jobs}");
        program(&project("shop")).with(&asked).ends(1).stdout
    };
    let first = run(1);
    for round in 1..50 {
        let jobs = 1 + round % 2;
        let is_same = run(jobs) == first;
        assert!(
            is_same,
            "run {round} with {format} on {jobs} threads differs"
        );
    }
}

/// `KIND/violating` or `KIND/clean`, sorted.
fn twins(which: &str) -> Vec<String> {
    let mut found: Vec<String> = folders(&project(""))
        .into_iter()
        .filter(|folder| folder.join(which).join("Cargo.toml").is_file())
        .map(|folder| format!("{}/{which}", name_of(&folder)))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no {which} twin under test-projects/");
    found
}

fn kinds_of(twins: &[String]) -> Vec<&str> {
    twins
        .iter()
        .filter_map(|twin| twin.split('/').next())
        .collect()
}

/// The folder of every workspace under `test-projects/`.
fn every_project() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![project("")];
    while let Some(folder) = open.pop() {
        if folder.join("Cargo.toml").is_file() {
            found.push(folder);
        } else {
            open.extend(folders(&folder));
        }
    }
    found.sort();
    found
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is readable");
    entries
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| path.is_dir())
        .collect()
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().expect("a project has a name");
    name.to_string_lossy().into_owned()
}

/// Compares the outputs of one project with its golden files; what differs, as text.
fn golden(name: &str, formats: &[&str]) -> Vec<String> {
    let folder = project(name);
    let compared = formats.iter().map(|format| {
        let said = scrubbed(&ask(&folder, format));
        let path = folder.join(format!("expected.{format}"));
        if std::env::var(BLESS).is_ok_and(|bless| bless == "1") {
            fs::write(&path, said).expect("the golden file is writable");
            return None;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let expected = expected.replace("\r\n", "\n");
        (expected != said).then(|| {
            let title = format!("test-projects/{name}/expected.{format}");
            difference(&title, &expected, &said)
        })
    });
    compared.flatten().collect()
}

fn ask(folder: &Path, format: &str) -> Outcome {
    let option = match format {
        "json" => "--report",
        _ => "--message-format",
    };
    program(folder).with_each(&["check", option, format])
}

/// The output with its status, and without what changes from release to release.
fn scrubbed(outcome: &Outcome) -> String {
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    outcome
        .stdout
        .replace(&version, "\"version\": \"[VERSION]\"")
}

/// The lines that differ, with those around them.
fn difference(title: &str, expected: &str, said: &str) -> String {
    let palette = snapbox::report::Palette::plain();
    let mut text = String::new();
    let (expected, said) = (snapbox::Data::text(expected), snapbox::Data::text(said));
    let (old, new): (&dyn std::fmt::Display, _) = (&title, &"what the program says");
    snapbox::report::write_diff(&mut text, &expected, &said, Some(old), Some(new), palette)
        .expect("a string takes every write");
    text
}

/// What differs between the `expected.txt` of a project and its findings; `None` where nothing does.
fn unexpected(name: &str) -> Option<String> {
    let folder = project(name);
    let expected = fs::read_to_string(folder.join("expected.txt"))
        .unwrap_or_else(|_| panic!("test-projects/{name} has no expected.txt"));
    let mut found: Vec<Found> = findings(name).iter().map(Found::of).collect();
    found.extend(mistakes(name));
    let mut text = String::new();
    for line in expected.lines().filter(|line| !line.is_empty()) {
        match found.iter().position(|found| found.is(line)) {
            Some(at) => drop(found.remove(at)),
            None => writeln!(text, "  missing:    {line}").expect("a string takes every write"),
        }
    }
    for found in found {
        writeln!(text, "  unexpected: {}", found.line).expect("a string takes every write");
    }
    (!text.is_empty()).then(|| format!("test-projects/{name}:\n{text}"))
}

/// One finding in the words of `expected.txt`.
struct Found {
    /// As the program has it, with the item at its end.
    line: String,
    /// The same with the module at its end, where the item stands in the workspace.
    by_module: Option<String>,
}

impl Found {
    fn of(finding: &Value) -> Self {
        let rule = text(finding, "rule");
        let domains = [
            "undeclared-dependency",
            "private-access",
            "invisible-dependency",
        ];
        if domains.contains(&rule) {
            let (from, to) = (text(finding, "importer"), text(finding, "imported"));
            return Self::whole(format!("{rule} {from} {to}"));
        }
        if let Some(steps) = finding["cycle"]["steps"].as_array() {
            let mut members: Vec<&str> = steps.iter().map(|hop| text(hop, "from")).collect();
            members.sort_unstable();
            return Self::whole(format!("{rule} {}", members.join(" ")));
        }
        let references = finding["references"].as_array();
        let hops = finding["chain"].as_array();
        let ends = match (references, hops) {
            (Some(references), _) => references.first().map(|only| (only, only)),
            (None, Some(hops)) => {
                let ends = hops.first().zip(hops.last());
                ends.map(|(first, last)| (&first["reference"], &last["reference"]))
            }
            (None, None) => None,
        };
        match ends {
            Some((first, last)) => Self::between(rule, first, last),
            None => Self::whole(format!("{rule} {}", place(finding))),
        }
    }

    fn between(rule: &str, first: &Value, last: &Value) -> Self {
        let (from, to) = (text(first, "importer"), text(last, "defined"));
        let is_inside = last["external"] == false;
        let module = to.rsplit_once("::").map(|(module, _)| module);
        Self {
            line: format!("{rule} {from} {to}"),
            by_module: module
                .filter(|_| is_inside)
                .map(|module| format!("{rule} {from} {module}")),
        }
    }

    fn whole(line: String) -> Self {
        Self {
            line,
            by_module: None,
        }
    }

    fn is(&self, line: &str) -> bool {
        self.line == line || self.by_module.as_deref() == Some(line)
    }
}

fn mistakes(name: &str) -> Vec<Found> {
    let document = document(name);
    let errors = document["rule_file_errors"].as_array();
    let errors = errors.expect("the report lists mistakes in the rule file");
    errors
        .iter()
        .map(|error| Found::whole(format!("mistake {}", place(error))))
        .collect()
}

fn place(finding: &Value) -> String {
    let location = &finding["location"];
    match location["file"].as_str() {
        Some(file) => format!("place {file}:{}", location["line"]),
        None => "place nowhere".to_owned(),
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    let text = value[key].as_str();
    text.unwrap_or_else(|| panic!("no text `{key}` in {value:#}"))
}

fn findings(name: &str) -> Vec<Value> {
    let document = document(name);
    let findings = document["findings"].as_array();
    findings.expect("the report lists findings").clone()
}

/// The report of a project; each is made once.
fn document(name: &str) -> Value {
    static MADE: Mutex<BTreeMap<String, Value>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().expect("no test fails while it asks");
    let fresh = || {
        let asked = ask(&project(name), "json");
        serde_json::from_str(&asked.stdout)
            .unwrap_or_else(|error| panic!("{}: {error}", asked.asked))
    };
    made.entry(name.to_owned()).or_insert_with(fresh).clone()
}

/// The id of every lint and every kind of rule that there is.
fn explained() -> Vec<String> {
    let overview = program(&project("shop")).with("explain").ends(0);
    let ids: Vec<String> = overview
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    assert!(ids.len() > 20, "`explain` lists {ids:?}");
    ids
}

/// The kind of each rule of a rule file, or of the rule file of a project.
fn rule_kinds(path: &Path) -> BTreeMap<String, String> {
    let file = if path.is_dir() {
        path.join("bulkhead.toml")
    } else {
        path.to_owned()
    };
    let text = fs::read_to_string(&file).expect("the rule file is readable");
    let table: toml::Table = text.parse().expect("the rule file is TOML");
    let mut kinds = BTreeMap::new();
    for (kind, rules) in &table {
        for rule in rules.as_array().into_iter().flatten() {
            if let Some(id) = rule.get("id").and_then(toml::Value::as_str) {
                kinds.insert(id.to_owned(), kind.clone());
            }
        }
    }
    kinds
}
