//! `--evidence`: how each reference of a small workspace was established, down to the byte.
//!
//! `BULKHEAD_BLESS=1 cargo test --test evidence` writes the golden files anew: read the difference before you commit it.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and read its files"
)]

#[expect(dead_code, reason = "shared with other tests")]
mod support;

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;
use support::{program, project};

/// Set to 1, golden files are written instead of compared.
const BLESS: &str = "BULKHEAD_BLESS";

/// What is asked of `why`, and what it shows.
const WHY: [(&str, &str); 9] = [
    ("a rename, through two facades", "app::facades store::order"),
    ("two globs", "app::globs store::order"),
    ("a type alias", "app::aliases store::order"),
    (
        "a macro of a crate that is renamed",
        "app::macros store::order",
    ),
    (
        "the result of a function, `?`, a field and a dereference",
        "app::methods store::order",
    ),
    ("a loop", "app::closures store::order"),
    ("a trait that a glob brings in", "app::bounds store::total"),
    ("more than one step", "app::closures store::total"),
    ("out of the workspace", "app::methods std"),
];

/// Compares with a golden file of the project, or writes it.
fn golden(name: &str, text: &str) {
    let path = project("evidence").join(name);
    if std::env::var(BLESS).is_ok_and(|bless| bless == "1") {
        fs::write(&path, text).expect("the golden file can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let expected = expected.replace("\r\n", "\n");
    assert_eq!(
        text, expected,
        "{name}; where the new output is right: {BLESS}=1 cargo test --test evidence"
    );
}

#[test]
fn why_tells_the_way_of_each_hop() {
    let mut text = String::new();
    for (what, ends) in WHY {
        let asked = format!("why {ends} --evidence");
        let answer = program(&project("evidence")).with(&asked).ends(0);
        let _ = writeln!(
            text,
            "# {what}\n$ cargo bulkhead {asked}\n{}",
            answer.stdout
        );
    }
    golden("expected.why", &text);
}

#[test]
fn check_tells_the_way_of_each_finding() {
    let mut text = String::new();
    for format in ["", " --all", " --message-format short"] {
        let asked = format!("check --evidence{format}");
        let checked = program(&project("evidence")).with(&asked).ends(1);
        let _ = writeln!(text, "$ cargo bulkhead {asked}\n{}", checked.stdout);
    }
    golden("expected.check", &text);
}

#[test]
fn the_document_holds_the_way_of_each_reference() {
    let checked = program(&project("evidence"))
        .with("check --evidence --report json")
        .ends(1);
    let document: Value = serde_json::from_str(&checked.stdout).expect("a document");
    let findings = document["findings"].as_array().expect("a list");
    let mut ways = 0;
    for finding in findings {
        let references = finding["references"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let hops = finding["chain"].as_array().cloned().unwrap_or_default();
        let of_hops = hops.iter().map(|hop| hop["reference"].clone());
        for reference in references.into_iter().chain(of_hops) {
            let steps = reference["evidence"].as_array().expect("a list of steps");
            let (first, last) = (&steps[0], &steps[steps.len() - 1]);
            let place = |step: &Value| {
                let keys = ["file", "line", "column"];
                keys.map(|key| step[key].clone())
            };
            let location = &reference["location"];
            let definition = &reference["definition"];
            assert_eq!(place(first), place(location), "{reference}");
            assert_eq!(place(last), place(definition), "{reference}");
            assert!(
                steps.iter().all(|step| step["text"].is_string()),
                "{reference}"
            );
            ways += 1;
        }
    }
    assert!(ways > 5, "only {ways} references are explained");
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    golden(
        "expected.json",
        &checked
            .stdout
            .replace(&version, "\"version\": \"[VERSION]\""),
    );
}

#[test]
fn nothing_is_told_unless_asked() {
    for command in [
        "check",
        "check --all",
        "check --report json",
        "why app::facades store",
    ] {
        let told = program(&project("evidence")).with(command);
        assert!(!told.stdout.contains("evidence"), "{}", told.asked);
        assert!(!told.stdout.contains("is written in"), "{}", told.asked);
    }
}
