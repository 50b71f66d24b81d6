//! Texts that are hard to draw.

use insta::assert_snapshot;

use super::super::{Format, render, render_chain};
use super::{PLAIN, hop, location};
use crate::base::{Location, ReferenceKind, SourceMap, Span, name};
use crate::violation::{Chain, Report, RuleFileError, Site, Step};

fn hard_places(sources: &mut SourceMap) -> Vec<Location> {
    let long = format!("use a::b;{}\n", " ".repeat(10_000) + "x");
    let crlf = sources.add("crlf.rs", "mod a;\r\nuse b::c;\r\n");
    let tabs = sources.add("tabs.rs", "\t\tuse größe::日本;\n");
    let empty = sources.add("empty.rs", "");
    let long = sources.add("long.rs", long);
    let hostile = sources.add("hostile.rs", "use a; // \u{1b}[2J\n");
    let no_newline = sources.add("end.rs", "use a;");
    let block = sources.add("block.rs", "pub fn f() {\n    g()\n}\n");
    vec![
        location(crlf, 12, 16),
        location(tabs, 6, 13),
        // In the middle of a character.
        location(tabs, 9, 17),
        location(empty, 0, 0),
        location(long, 4, 8),
        location(hostile, 4, 5),
        location(no_newline, 6, 6),
        location(block, 0, 22),
        location(crlf, 400, 500),
        Location {
            file: crlf,
            span: Span { start: 9, end: 4 },
        },
    ]
}

#[test]
fn texts_that_are_hard_to_draw() {
    let mut sources = SourceMap::default();
    let places = hard_places(&mut sources);
    let errors = places.into_iter().map(|location| RuleFileError {
        location: Some(location),
        message: "m".to_owned(),
        label: "here".to_owned(),
        help: None,
    });
    let report = Report {
        rule_file_errors: errors.collect(),
        ..Report::default()
    };
    for format in [Format::Short, Format::Json] {
        assert!(!render(&report, &sources, format, &PLAIN).is_empty());
    }
    let text = render(&report, &sources, Format::Human, &PLAIN);
    assert!(!text.contains('\u{1b}'));
    assert_snapshot!(text, @r#"
error: m
   ╭─[crlf.rs:2:5]
 2 │ use b::c;
   ·     ──┬─
   ·       ╰── here
   ╰────

error: m
   ╭─[tabs.rs:1:7]
 1 │         use größe::日本;
   ·             ──┬──
   ·               ╰── here
   ╰────

error: m
   ╭─[tabs.rs:1:9]
 1 │         use größe::日本;
   ·               ───┬───
   ·                  ╰── here
   ╰────

error: m
  --> empty.rs:1:1: here

error: m
  --> long.rs:1:5: here

error: m
  --> hostile.rs:1:5: here

error: m
   ╭─[end.rs:1:1]
 1 │ use a;
   · ───┬──
   ·    ╰── here
   ╰────

error: m
   ╭─[block.rs:1:1]
 1 │ pub fn f() {
   · ──────┬─────
   ·       ╰── here
   ╰────

error: m
  --> crlf.rs:3:1: here

error: m
  --> crlf.rs:2:2: here

error: 10 errors in the rule file; only the rules that are valid were checked
warning: nothing was checked: there is no module to look at
checked 0 modules in 0 packages against 0 rules: no violations
"#);
}

#[test]
fn every_span_of_a_text_can_be_drawn() {
    let mut sources = SourceMap::default();
    let text = "é\r\n\tab\n\n日 本\u{7}\rx\nend";
    let file = sources.add("a.rs", text);
    for start in 0..text.len() + 2 {
        for end in 0..text.len() + 2 {
            let error = |location| RuleFileError {
                location: Some(location),
                message: "m".to_owned(),
                label: "the label".to_owned(),
                help: None,
            };
            let report = Report {
                rule_file_errors: vec![error(location(file, start, end))],
                ..Report::default()
            };
            let text = render(&report, &sources, Format::Human, &PLAIN);
            assert!(text.contains("the label"), "{start}..{end}: {text}");
        }
    }
}

#[test]
fn two_far_places_of_one_file_are_two_snippets_and_two_near_ones_are_one() {
    let mut sources = SourceMap::default();
    let lines: Vec<String> = (0..200).map(|line| format!("use m{line:03};\n")).collect();
    let file = sources.add("a.rs", lines.concat());
    let site = |line: usize| {
        let start = line * 10;
        let location = location(file, start + 4, start + 8);
        Site {
            reference: 0,
            importer: name("a"),
            imported: name("b"),
            named: name("b"),
            kind: ReferenceKind::Import,
            conditions: Vec::new(),
            location,
            definition: None,
            external: false,
            trail: Vec::new(),
        }
    };
    let steps = [180, 20, 21].map(|line| hop("a", "b", site(line), 1));
    let chain = Chain {
        title: "t".to_owned(),
        steps: steps.map(|hop| Step { hop, note: None }).to_vec(),
    };
    let text = render_chain(&chain, &sources, Format::Human, &PLAIN);
    assert_snapshot!(text, @r#"
t
     ╭─[a.rs:181:5]
 181 │ use m180;
     ·     ──┬─
     ·       ╰── (1/3) a -> b
     ╰────
    ╭─[a.rs:21:5]
 21 │ use m020;
    ·     ──┬─
    ·       ╰── (2/3) a -> b
 22 │ use m021;
    ·     ──┬─
    ·       ╰── (3/3) a -> b
    ╰────
"#);
}
