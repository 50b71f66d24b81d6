use super::*;

fn read(text: &str) -> (Vec<Allowance>, Vec<MalformedAllowance>) {
    allowances(text)
}

/// The text that each allowance covers.
fn covered(text: &str) -> Vec<&str> {
    let (found, malformed) = read(text);
    assert_eq!(malformed, []);
    let part = |span: Span| &text[span.start as usize..span.end as usize];
    assert!(found.iter().all(|it| part(it.span).contains("bulkhead:")));
    found.iter().map(|it| part(it.covers)).collect()
}

/// What is wrong with the one allowance of the text.
fn wrong(comment: &str) -> String {
    let text = format!("{comment}\nuse a::b;\n");
    let (found, malformed) = read(&text);
    assert_eq!(found, [], "{comment}");
    assert_eq!(malformed.len(), 1, "{comment}");
    assert_eq!(
        malformed[0].span,
        Span::new(0, u32::try_from(comment.len()).unwrap())
    );
    malformed[0].what.clone()
}

#[test]
fn a_line_of_its_own_covers_the_next_item_or_statement() {
    let item = "#[derive(Debug)]\nstruct S {\n    a: x::A,\n}";
    let text = format!(
        "use y::B;\n// bulkhead: allow(a-b, reason = \"r\")\n/// Doc.\n{item}\nfn f() {{}}\n"
    );
    assert_eq!(covered(&text), [format!("/// Doc.\n{item}")]);

    let text = "fn f() {\n    // bulkhead: allow(r, reason = \"é\")\n    let a = x::y(\n        1,\n    );\n    z();\n}\n";
    assert_eq!(covered(text), ["let a = x::y(\n        1,\n    );"]);

    let between = "#[derive(A)]\n// bulkhead: allow(r, reason = \"x\")\n#[b]\nstruct S;";
    assert_eq!(covered(between), [between]);
    let inner =
        "// bulkhead: allow(r, reason = \"x\")\n#![allow(a)]\n//! Doc.\nuse a::b;\nuse c::d;\n";
    assert_eq!(covered(inner), ["use a::b;"]);
}

#[test]
fn parts_of_an_item_can_be_covered_alone() {
    let group =
        "use a::{\n    b,\n    // bulkhead: allow(r, reason = \"x\")\n    c::d,\n    e,\n};\n";
    assert_eq!(covered(group), ["c::d"]);
    let arm = "fn f() { match a {\n // bulkhead: allow(r, reason = \"x\")\n B::C => d(),\n _ => e(),\n} }";
    assert_eq!(covered(arm), ["B::C => d(),"]);
    let call = "fn f() { g!(\n    // bulkhead: allow(r, reason = \"x\")\n    a::b, c,\n    d) }";
    assert_eq!(covered(call), ["    a::b, c,"]);
}

#[test]
fn a_trailing_comment_covers_its_line_and_no_more() {
    let text = "use a::b;\r\nuse c::{ // bulkhead: allow(r, reason = \"x\")\r\n  d};\r\n";
    let line = "use c::{ // bulkhead: allow(r, reason = \"x\")\r";
    assert_eq!(covered(text), [line]);
}

#[test]
fn allow_file_stands_above_the_first_item() {
    let text =
        "//! Doc.\n#![deny(x)]\n\n// bulkhead: allow-file(r, reason = \"x\")\nmod a;\nuse b::c;\n";
    assert_eq!(covered(text), [text]);
    assert!(!read(text).0[0].modules);
    let (found, malformed) = read("use b::c;\n// bulkhead: allow-file(r, reason = \"x\")\n");
    assert_eq!(found, []);
    assert_eq!(
        malformed[0].what,
        "`allow-file` must stand above the first item of the file"
    );
}

#[test]
fn the_attribute_covers_what_it_stands_on() {
    let module =
        "#[cfg_attr(any(), bulkhead::allow(r, reason = \"x\"))]\n#[path = \"z.rs\"]\nmod a;";
    assert_eq!(
        covered(&format!("use b::c;\n{module}\nuse d::e;")),
        [module]
    );
    assert!(read(module).0[0].modules);

    let second = "#[cfg(a)]\n#[cfg_attr(any(), bulkhead::allow(r, reason = \"x\"), bulkhead::allow(s, reason = \"y\"))]\nfn f() {}";
    assert_eq!(covered(second), [second, second]);
    let names: Vec<Name> = read(second).0.iter().map(|it| it.rule).collect();
    assert_eq!(names, ["r", "s"]);

    let inner = "#![cfg_attr(any(), bulkhead::allow(r, reason = \"x\"))]\nuse a::b;\n";
    assert_eq!(covered(inner), [inner]);
    let body = "use x::y;\nmod m {\n    #![cfg_attr(any(), bulkhead::allow(r, reason = \"x\"))]\n    use a::b;\n}\n";
    assert_eq!(
        covered(body),
        [body.strip_prefix("use x::y;\n").unwrap().trim_end()]
    );
    let other = "#[cfg_attr(test, bulkhead::allow(r, reason = \"x\"))]\nfn f() {}";
    assert_eq!(covered(other), [""; 0]);
}

#[test]
fn strings_docs_and_block_comments_never_match() {
    let text = r##"
//! // bulkhead: allow(r, reason = "x")
/// // bulkhead: allow(r, reason = "x")
fn f() {
    /* // bulkhead: allow(r, reason = "x") /* nested */ // bulkhead: allow(r, reason = "x")
    // bulkhead: allow(r, reason = "x") */
    let a = "// bulkhead: allow(r, reason = \"x\")";
    let b = r#"
// bulkhead: allow(r, reason = "x")
"#;
    // bulkhead: a wall in a ship, which keeps it afloat
    // see bulkhead: allow(r, reason = "x")
}
"##;
    assert_eq!(read(text.trim_start()), (vec![], vec![]));
}

#[test]
fn one_comment_may_name_several_rules_and_go_on_below() {
    let text = "// bulkhead: allow(a, b-2,\n//     reason = \"one \\\"two\\\"\n//     three\", until = \"2027-03-01\")\n// more\nuse x::y;\n";
    let (found, malformed) = read(text);
    assert_eq!(malformed, []);
    let rules: Vec<&str> = found.iter().map(|it| it.rule.as_str()).collect();
    assert_eq!(rules, ["a", "b-2"]);
    assert_eq!(found[0].reason, "one \"two\" three");
    assert_eq!(found[0].until, Some(name("2027-03-01")));
    assert_eq!(covered(text), ["use x::y;"; 2]);
}

#[test]
fn what_is_wrong_is_said() {
    let cases = [
        ("allow(r)", "the reason is missing; add `reason = \"…\"`"),
        ("allow(r, reason = \" \")", "the reason is empty"),
        (
            "allow(r, reason = x)",
            "`reason` takes a string: `reason = \"…\"`",
        ),
        (
            "allow(r, because = \"x\")",
            "unknown key `because`; an allowance takes `reason` and `until`",
        ),
        (
            "allow(r, reason = \"x\", reason = \"y\")",
            "`reason` is there twice",
        ),
        (
            "allow(r, reason = \"x\", until = \"2027-02-30\")",
            "`2027-02-30` is not a date; write `until = \"YYYY-MM-DD\"`",
        ),
        (
            "allow(reason = \"x\")",
            "it names no rule; there is no blanket form",
        ),
        (
            "allow(*, reason = \"x\")",
            "expected the id of a rule, found `*`",
        ),
        ("allow(r reason = \"x\")", "expected `,` or `)`, found `r`"),
        (
            "allow(r, reason = \"x",
            "the string of `reason` has no closing `\"`",
        ),
        (
            "allow(r, reason = \"x\"",
            "expected `,` or `)`, found the end of the comment",
        ),
        (
            "allow(r, reason = \"x\") y",
            "unexpected text behind `)`: `y`",
        ),
        (
            "allow",
            "it names no rule; write `allow(rule-id, reason = \"…\")`, there is no blanket form",
        ),
        (
            "deny(r, reason = \"x\")",
            "unknown word `deny`; write `bulkhead: allow(…)` or `bulkhead: allow-file(…)`",
        ),
        (
            ":allow(r, reason = \"x\")",
            "unknown word `:allow`; write `bulkhead: allow(…)` or `bulkhead: allow-file(…)`",
        ),
    ];
    for (text, what) in cases {
        assert_eq!(wrong(&format!("// bulkhead:{text}")), what);
    }
    assert!(wrong("#![cfg_attr(any(), bulkhead::allow(r))]").starts_with("the reason is missing"));
    let (_, nothing) = read("fn f() {\n    // bulkhead: allow(r, reason = \"x\")\n}\n");
    assert_eq!(
        nothing[0].what,
        "no item or statement follows that it could cover"
    );
}

#[test]
fn offsets_are_those_of_the_text_whatever_was_parsed_before() {
    let text = "#!/usr/bin/env rust\n// é ü 漢字\r\nconst A: &str = \"é\";\r\n// bulkhead: allow(r, reason = \"漢\")\r\nuse a::b;\r\n";
    for before in 0..50 {
        let other = format!("// é\nfn f{before}() {{}}");
        drop(syn::parse_file(&other).unwrap());
        assert_eq!(covered(text), ["use a::b;"]);
        if before % 7 == 0 {
            proc_macro2::extra::invalidate_current_thread_spans();
        }
    }
}
