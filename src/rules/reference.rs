//! The generated parts of `docs/rules.md`.
//!
//! In: the tables of keys, kinds of rules, lints and packs. Out: Markdown, held against the file.
//! *Invariant:* what the reference says of a key, a lint or a pack is what the program says of it.

use std::fmt::Write;

use super::keys::{COMMON, FILE, Key, LATER, TableKeys};
use super::packs::PACKS;
use super::{LINTS, Lint, RULE_KINDS, RuleKind, group_names, lints_of_group};
use crate::base::ReferenceKind;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
const BEGIN: &str = "<!-- generated: ";
const END: &str = "<!-- end -->";

/// What stands between `<!-- generated: NAME -->` and `<!-- end -->`.
fn part(name: &str) -> Option<String> {
    if let Some(kind) = RULE_KINDS.iter().find(|kind| kind.id == name) {
        return Some(kind_section(kind));
    }
    Some(match name {
        "keys of the file" => table(FILE.own),
        "keys of every rule" => table(COMMON),
        "keys that are not there yet" => {
            let keys: Vec<String> = LATER.iter().map(|key| format!("`{key}`")).collect();
            format!("{}\n", keys.join(", "))
        }
        "lints" => group_names().map(group_section).collect(),
        "packs" => packs(),
        _ => return None,
    })
}

fn names() -> Vec<&'static str> {
    let others = [
        "keys of the file",
        "keys of every rule",
        "keys that are not there yet",
        "lints",
        "packs",
    ];
    let kinds = RULE_KINDS.iter().map(|kind| kind.id);
    others.into_iter().chain(kinds).collect()
}

fn kind_section(kind: &RuleKind) -> String {
    let TableKeys { own, rule, .. } = kind.keys;
    let mut text = format!(
        "{}.\n\n{}\n\n{}",
        sentence(kind.summary),
        kind.explanation,
        table(own)
    );
    if rule {
        text.push_str("\nand [the keys that every rule has](#what-every-rule-can-have).\n");
    }
    let _ = write!(text, "\n```toml\n{}```\n", kind.example);
    text
}

fn table(keys: &[Key]) -> String {
    let mut text = String::from("| key | takes | |\n| --- | --- | --- |\n");
    for key in keys {
        let needed = if key.required { ", required" } else { "" };
        let _ = writeln!(
            text,
            "| `{}` | {}{needed} | {} |",
            key.name,
            key.takes,
            key.about.replace('|', "\\|")
        );
    }
    text
}

fn group_section(group: &'static str) -> String {
    let heading = format!("### `{group}`\n\n");
    let lints: Vec<String> = lints_of_group(group).map(lint_section).collect();
    format!("{heading}{}\n", lints.join("\n"))
}

fn lint_section(lint: &Lint) -> String {
    format!(
        "#### `{}`\n\n{}. Level: `{}`.\n\n{}\n",
        lint.id,
        sentence(lint.summary),
        lint.default.word(),
        lint.explanation
    )
}

fn packs() -> String {
    let sections = PACKS
        .iter()
        .map(|pack| format!("### `{}`\n\n```toml\n{}```\n", pack.name, pack.text));
    sections.collect::<Vec<_>>().join("\n")
}

/// A phrase with a capital letter.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// The page with every generated part renewed, and the names of the parts.
fn renewed(page: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((before, behind)) = rest.split_once(BEGIN) {
        let (name, old) = behind.split_once(" -->\n").expect("a marker is closed");
        let (_, after) = old.split_once(END).expect("a generated part has an end");
        let new = part(name).unwrap_or_else(|| panic!("nothing generates `{name}`"));
        let _ = write!(text, "{before}{BEGIN}{name} -->\n{}\n{END}", new.trim_end());
        found.push(name.to_owned());
        rest = after;
    }
    (text + rest, found)
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test that holds a file of the project"
)]
fn the_page_about_rules_says_what_the_program_says() {
    let page = std::fs::read_to_string(PATH).expect("docs/rules.md is there");
    let (new, mut found) = renewed(&page);
    found.sort();
    let mut wanted = names();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "each part stands in docs/rules.md, once");
    if std::env::var("BULKHEAD_BLESS").is_ok_and(|bless| bless == "1") {
        std::fs::write(PATH, new).expect("docs/rules.md can be written");
        return;
    }
    assert_eq!(
        page, new,
        "renew docs/rules.md with BULKHEAD_BLESS=1 cargo test --lib rules::reference"
    );
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test that holds a file of the project"
)]
fn every_kind_of_reference_is_described() {
    let page = std::fs::read_to_string(PATH).expect("docs/rules.md is there");
    for kind in ReferenceKind::ALL {
        let row = format!("| `{}` |", kind.word());
        assert!(page.contains(&row), "docs/rules.md has no row {row}");
    }
}

#[test]
fn every_lint_and_kind_reads_as_documentation() {
    let phrases = LINTS.iter().map(|lint| (lint.id, lint.summary));
    let kinds = RULE_KINDS.iter().map(|kind| (kind.id, kind.summary));
    for (id, summary) in phrases.chain(kinds) {
        assert!(!summary.ends_with('.'), "{id}: a summary is a phrase");
    }
    let texts = LINTS.iter().map(|lint| (lint.id, lint.explanation));
    let kinds = RULE_KINDS.iter().map(|kind| (kind.id, kind.explanation));
    for (id, text) in texts.chain(kinds) {
        assert!(text.ends_with('.'), "{id}: an explanation is sentences");
        let longest = text.lines().map(str::len).max().unwrap_or_default();
        assert!(longest <= 130, "{id}: a line of {longest} bytes");
    }
}
