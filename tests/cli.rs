//! The command line: what can be typed, what comes back on which stream, and with which status.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and write its files"
)]

#[path = "cli/folder.rs"]
mod folder;
mod support;
#[path = "cli/trouble.rs"]
mod trouble;

use folder::{Folder, MANIFEST, RULE};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{program, project};

const COMMANDS: [&str; 5] = ["check", "init", "why", "explain", "graph"];

fn warning() -> std::path::PathBuf {
    project("allowance-unused/violating")
}

#[test]
fn the_status_tells_clean_from_violated_from_trouble() {
    program(&project("protect/clean")).with("check").ends(0);
    program(&project("protect/violating")).with("check").ends(1);
    program(&warning()).with("check").ends(0);
    program(&warning()).with("check --deny warnings").ends(1);
    program(&project("rule-file-mistakes"))
        .with("check")
        .ends(2);
    program(&project("shop"))
        .with("check --no-such-flag")
        .ends(2);
}

#[test]
fn exit_zero_forgives_violations_but_no_trouble() {
    let forgiven = program(&project("protect/violating")).with("check --exit-zero");
    forgiven
        .ends(0)
        .says("error[bulkhead::only-disk-reads-files]");
    program(&warning())
        .with("check --deny warnings --exit-zero")
        .ends(0);
    program(&project("rule-file-mistakes"))
        .with("check --exit-zero")
        .ends(2);
    program(&project("shop"))
        .with("check --exit-zero --config gone.toml")
        .ends(2);
}

#[test]
fn every_command_that_reads_a_workspace_says_how_long_its_stages_took() {
    for (command, status) in [
        ("check", 1),
        ("graph", 0),
        ("graph --references json", 0),
        ("why shop_orders shop_kernel", 0),
        ("init --stdout", 0),
        ("explain only-persistence-speaks-sql", 0),
    ] {
        let timed = program(&project("shop"))
            .with(&format!("{command} --timings"))
            .ends(status);
        let is_said = timed.stderr.contains("read and parse");
        assert!(is_said, "{}: {}", timed.asked, timed.stderr);
    }
}

#[test]
fn cargo_and_people_may_leave_out_the_command() {
    let shop = project("shop");
    let plain = program(&shop).with("").ends(1);
    for same in ["check", "bulkhead", "bulkhead check"] {
        assert_eq!(
            program(&shop).with(same).ends(1).stdout,
            plain.stdout,
            "{same}"
        );
    }
    let short = program(&shop).with("--message-format short").ends(1);
    let full = program(&shop)
        .with("bulkhead check --message-format short")
        .ends(1);
    assert_eq!(short.stdout, full.stdout);
}

#[test]
fn findings_go_to_stdout_and_trouble_to_stderr() {
    for format in [
        "--message-format human",
        "--message-format short",
        "--report json",
    ] {
        let checked = program(&project("shop"))
            .with(&format!("check {format}"))
            .ends(1);
        assert_eq!(checked.stderr, "", "{}", checked.asked);
        assert!(checked.says("private-access").stdout.ends_with('\n'));
    }
    let verbose = program(&project("shop"))
        .with("check --verbose --report json")
        .ends(1);
    assert!(verbose.stderr.contains("modules"), "{}", verbose.stderr);
    serde_json::from_str::<Value>(&verbose.stdout).expect("notes do not mix with the document");
    let missing = program(&project("shop"))
        .with("check --config gone.toml")
        .ends(2);
    missing.complains("gone.toml");
}

#[test]
fn the_closing_line_says_what_was_looked_at() {
    let clean = program(&project("protect/clean")).with("check").ends(0);
    assert_eq!(
        clean.stdout,
        "checked 3 modules in 1 package against 1 rule: no violations\n"
    );
    let quiet = program(&project("protect/clean"))
        .with("check --quiet")
        .ends(0);
    assert_eq!(quiet.stdout, "");
    let quiet = program(&project("protect/violating"))
        .with("check --quiet")
        .ends(1);
    quiet.says("only-disk-reads-files");
}

#[test]
fn packages_narrow_the_report() {
    let rules = |arguments: &str| -> Vec<String> {
        let checked = program(&project("shop")).with(&format!("check --report json {arguments}"));
        let document: Value = serde_json::from_str(&checked.stdout).expect("a document");
        let findings = document["findings"].as_array().expect("a list").iter();
        findings
            .map(|finding| finding["rule"].as_str().expect("a rule").to_owned())
            .collect()
    };
    let all = rules("");
    assert_eq!(all.len(), 8);
    assert_eq!(rules("--workspace"), all);
    assert_eq!(rules("-p shop_identity"), ["hexagonal"]);
    assert_eq!(
        rules("-p shop_identity -p shop_reports"),
        [
            "hexagonal",
            "invisible-dependency",
            "only-persistence-speaks-sql"
        ]
    );
    assert_eq!(
        rules("--exclude shop_billing --exclude shop_reports").len(),
        3
    );
    assert_eq!(rules("-p shop_kernel").len(), 0);
}

#[test]
fn a_package_that_is_not_there_is_trouble() {
    let wrong = program(&project("shop"))
        .with("check -p shop_order")
        .ends(2);
    wrong.complains("did you mean `shop_orders`?");
    program(&project("shop"))
        .with("check --exclude shop_*")
        .ends(2)
        .complains("no package");
}

#[test]
fn a_package_filter_keeps_what_belongs_to_no_package_and_nothing_of_others() {
    let root = "[package]\nname = \"top\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\nmembers = [\"inner\"]\n";
    let inner = "[package]\nname = \"inner\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    let rules =
        format!("{RULE}\n[[protect]]\nid = \"no-env\"\nwhat = \"std::env\"\nonly-by = \"gone\"\n");
    let workspace = Folder::with(&[
        ("Cargo.toml", root),
        ("src/lib.rs", "mod lost;\n"),
        ("inner/Cargo.toml", inner),
        ("inner/src/lib.rs", "mod gone_too;\n"),
        ("bulkhead.toml", &rules),
    ]);
    let inner = program(&workspace.path(""))
        .with("check -p inner --message-format short")
        .ends(1);
    let inner = inner
        .says("inner/src/lib.rs:1:5")
        .says("bulkhead.toml:9:11");
    assert!(!inner.stdout.contains("module `lost`"), "{}", inner.stdout);
    let top = program(&workspace.path(""))
        .with("check -p top --message-format short")
        .ends(1);
    let top = top.says("src/lib.rs:1:5").says("bulkhead.toml:9:11");
    assert!(!top.stdout.contains("gone_too"), "{}", top.stdout);
}

#[test]
fn the_rule_file_is_the_one_that_was_asked_for() {
    let other = "[[forbid]]\nid = \"no-std\"\nfrom = \"app\"\nto = \"std::env\"\n";
    let workspace = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub fn args() { std::env::args(); }\n"),
        ("bulkhead.toml", RULE),
        ("rules/strict.toml", other),
    ]);
    let root = workspace.path("");
    program(&root).with("check").ends(0);
    program(&root)
        .with("check --config rules/strict.toml")
        .ends(1)
        .says("bulkhead::no-std");
    program(&root)
        .with("check --rules rules/strict.toml")
        .ends(1);
    let run = program(&root).variable("BULKHEAD_CONFIG", "rules/strict.toml");
    run.with("check").ends(1).says("bulkhead::no-std");
    let run = program(&root).variable("BULKHEAD_CONFIG", "rules/strict.toml");
    run.with("check --config bulkhead.toml").ends(0);
    let run = program(&root).variable("BULKHEAD_CONFIG", "gone.toml");
    run.with("check")
        .ends(2)
        .complains("from `BULKHEAD_CONFIG`");
    // Wherever in the workspace one stands.
    program(&workspace.path("src")).with("check").ends(0);
}

#[test]
fn two_rule_files_are_one_too_many() {
    let workspace = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", ""),
        ("bulkhead.toml", RULE),
        (".config/bulkhead.toml", RULE),
    ]);
    let both = program(&workspace.path("")).with("check").ends(2);
    let both = both
        .complains("bulkhead.toml")
        .complains(".config/bulkhead.toml");
    assert!(both.stderr.contains("--config"), "{}", both.stderr);
    program(&workspace.path(""))
        .with("check --config .config/bulkhead.toml")
        .ends(0);
}

#[test]
fn without_a_rule_file_init_is_named() {
    let workspace = Folder::with(&[("Cargo.toml", MANIFEST), ("src/lib.rs", "")]);
    let nothing = program(&workspace.path("")).with("check").ends(2);
    nothing
        .complains("no rule file")
        .complains("cargo bulkhead init");
}

#[test]
fn an_empty_rule_file_checks_nothing_and_says_so() {
    let workspace = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", ""),
        ("bulkhead.toml", ""),
    ]);
    let checked = program(&workspace.path("")).with("check").ends(0);
    checked
        .says("warning: nothing was checked")
        .says("against 0 rules");
}

#[test]
fn a_rule_that_is_switched_off_is_not_counted() {
    let rules = format!("[lints]\nno-processes = \"allow\"\n{RULE}");
    let workspace = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub fn end() { std::process::exit(1) }\n"),
        ("bulkhead.toml", &rules),
    ]);
    let checked = program(&workspace.path("")).with("check").ends(0);
    checked
        .says("nothing was checked")
        .says("against 0 rules: no violations");
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let colours = |arguments: &str, variable: Option<(&str, &str)>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"));
        command
            .args(arguments.split_whitespace())
            .current_dir(project("shop"));
        command
            .env_remove("NO_COLOR")
            .env_remove("CARGO_TERM_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env("BULKHEAD_NO_CACHE", "1");
        command.envs(variable);
        let output = command.output().expect("the program starts");
        output.stdout.contains(&0x1b)
    };
    assert!(!colours("check", None));
    assert!(colours("check --color always", None));
    assert!(colours("check", Some(("CARGO_TERM_COLOR", "always"))));
    assert!(!colours(
        "check --color never",
        Some(("CARGO_TERM_COLOR", "always"))
    ));
    assert!(colours("check --color always", Some(("NO_COLOR", "1"))));
    assert!(!colours("check --report json --color always", None));
}

#[test]
fn a_reader_who_has_read_enough_is_no_trouble() {
    for arguments in [
        "check --all",
        "graph --references json",
        "explain",
        "check --help",
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"))
            .args(arguments.split_whitespace())
            .current_dir(project("shop"))
            .env("BULKHEAD_NO_CACHE", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(stderr, "", "{arguments}");
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{arguments}: {}",
            output.status
        );
    }
}

#[test]
fn the_json_report_is_one_versioned_document() {
    let checked = program(&project("shop"))
        .with("check --report json")
        .ends(1);
    let document: Value = serde_json::from_str(&checked.stdout).expect("one document");
    assert_eq!(document["schema_version"], 1);
    assert_eq!(document["tool"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(document["summary"]["errors"], 8);
    let clean = program(&project("protect/clean"))
        .with("check --quiet --report json")
        .ends(0);
    let document: Value = serde_json::from_str(&clean.stdout).expect("a document, also when clean");
    assert_eq!(document["findings"], Value::Array(Vec::new()));
}

#[test]
fn all_lists_what_the_default_counts() {
    let counted = program(&project("shop")).with("check").ends(1);
    let counted = counted.says("and 6 more references between `billing` and `catalog`");
    let listed = program(&project("shop")).with("check --all").ends(1);
    let listed = listed.says("crates/shop_billing/src/adapters/catalog.rs:14:25");
    assert!(
        !listed.stdout.contains("more reference between"),
        "{}",
        listed.stdout
    );
    assert!(!counted.stdout.contains("src/adapters/catalog.rs:14:25"));
}

/// `init` writes, leaves `check` clean, and never writes twice.
fn assert_init(workspace: &Folder) -> String {
    let root = workspace.path("");
    let shown = program(&root).with("init --stdout").ends(0).stdout;
    assert!(
        !workspace.path("bulkhead.toml").exists(),
        "--stdout writes no file"
    );
    program(&root)
        .with("init")
        .ends(0)
        .says("bulkhead.toml")
        .says("next:");
    let written = workspace.read("bulkhead.toml");
    assert_eq!(written, shown);
    program(&root).with("check").ends(0).says("against");
    program(&root)
        .with("init")
        .ends(2)
        .complains("there is a rule file already");
    assert_eq!(workspace.read("bulkhead.toml"), written);
    program(&root).with("init --stdout").ends(0);
    written
}

#[test]
fn init_leaves_the_shop_clean() {
    let shop = Folder::copy_of(&project("shop"));
    let written = assert_init(&shop);
    for domain in [
        "orders",
        "billing",
        "catalog",
        "identity",
        "notifications",
        "kernel",
        "web",
    ] {
        assert!(
            written.contains(&format!("[domain.{domain}]")),
            "{domain}:\n{written}"
        );
    }
    // Its code allows a rule that the new file does not have: said, but no obstacle.
    let checked = program(&shop.path("")).with("check").ends(0);
    checked
        .says("warning[bulkhead::malformed-allowance]")
        .says("in 9 packages against 11 rules: 1 warning");
    // What is written is held to: a dependency that was not there yesterday is a violation.
    for (path, more) in [
        (
            "crates/shop_catalog/Cargo.toml",
            "shop_identity.workspace = true\n",
        ),
        (
            "crates/shop_catalog/src/lib.rs",
            "use shop_identity::api as _;\n",
        ),
    ] {
        let text = shop.read(path);
        shop.write(path, text + more);
    }
    let checked = program(&shop.path("")).with("check").ends(1);
    checked.says("domain `catalog` depends on `identity`, which its `uses` does not list");
}

#[test]
fn init_leaves_a_single_package_clean() {
    let single = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        (
            "src/main.rs",
            "mod web;\nmod store;\nfn main() { web::page(); }\n",
        ),
        (
            "src/web.rs",
            "pub fn page() -> u32 { crate::store::load() }\n",
        ),
        ("src/store.rs", "pub fn load() -> u32 { 1 }\n"),
        ("tests/page.rs", "#[test]\nfn page() {}\n"),
    ]);
    let written = assert_init(&single);
    assert!(
        written.contains("[domain.web]") && written.contains("\"store\""),
        "{written}"
    );
    single.write(
        "src/store.rs",
        "pub fn load() -> u32 { crate::web::page() }\n",
    );
    program(&single.path(""))
        .with("check")
        .ends(1)
        .says("undeclared-dependency");
}

#[test]
fn init_leaves_a_library_without_modules_clean() {
    let library = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub fn one() {}\n"),
    ]);
    assert_init(&library);
}

#[test]
fn init_leaves_domains_in_a_circle_clean_and_names_them() {
    let circle = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub mod a;\npub mod b;\npub mod r#type;\n"),
        ("src/a.rs", "pub fn one() { crate::b::two(); }\n"),
        ("src/b.rs", "pub fn two() { crate::a::one(); }\n"),
        ("src/type.rs", ""),
    ]);
    let written = assert_init(&circle);
    assert!(written.contains("in a circle today: `a`, `b`"), "{written}");
}

#[test]
fn init_leaves_a_workspace_with_a_missing_file_clean() {
    let package = |name: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
    };
    let workspace = Folder::with(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"3\"\n",
        ),
        ("a/Cargo.toml", &package("a")),
        ("a/src/lib.rs", "pub mod lost;\n"),
        ("b/Cargo.toml", &package("b")),
        ("b/src/lib.rs", "fn broken( {\n"),
    ]);
    let written = assert_init(&workspace);
    assert!(
        written.contains("missing-module-file = \"warn\""),
        "{written}"
    );
    let checked = program(&workspace.path("")).with("check").ends(0);
    checked
        .says("warning[bulkhead::missing-module-file]")
        .says("warning[bulkhead::unparsed-file]");
}

#[test]
fn why_shows_the_shortest_chain() {
    let why = |arguments: &str| program(&project("shop")).with(&format!("why {arguments}"));
    why("billing catalog")
        .ends(0)
        .says("shop_catalog::api")
        .says("forbidden by `undeclared-dependency`");
    why("shop_billing::model std::env")
        .ends(0)
        .says("in 3 steps")
        .says("(3/3)");
    why("shop_billing::model std::env::var")
        .ends(0)
        .says("(1/3)");
    why("domain:web package:shop_orders")
        .ends(0)
        .says("one step");
    why("catalog billing").ends(0).says("does not depend on");
    let short = why("orders notifications --message-format short").ends(0);
    let short = short.says("crates/shop_fulfilment/src/api.rs:9:30: (1/1)");
    assert!(!short.stdout.ends_with("\n\n"), "{:?}", short.stdout);
    let few = why("web kernel")
        .ends(0)
        .says("more modules have a chain of their own")
        .stdout
        .lines()
        .count();
    assert!(why("web kernel --all").ends(0).stdout.lines().count() > few);
}

#[test]
fn why_without_a_rule_file_still_answers() {
    let shop = Folder::copy_of(&project("shop"));
    let chain = program(&shop.path(""))
        .with("why shop_billing::model std::env")
        .ends(0);
    let chain = chain.says("in 3 steps");
    assert!(!chain.stdout.contains("allowed"), "{}", chain.stdout);
}

#[test]
fn why_helps_with_names_that_are_not_there() {
    let why = |arguments: &str| {
        program(&project("shop"))
            .with(&format!("why {arguments}"))
            .ends(2)
    };
    why("ordrs billing")
        .complains("`ordrs`")
        .complains("did you mean `orders`?");
    why("billing domain:ordrs").complains("did you mean `domain:orders`?");
    why("shop_billing::modle sqlx").complains("did you mean `shop_billing::model`?");
    why("billing sqlxx").complains("did you mean `sqlx`?");
    why("billing nothing_like_it").complains("`nothing_like_it`");
    why("orders !").complains("!");
}

#[test]
fn explain_knows_every_lint_and_every_kind_of_rule() {
    let overview = program(&project("shop")).with("explain").ends(0).stdout;
    let ids: Vec<&str> = overview
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(
        ids.contains(&"layers") && ids.contains(&"private-access"),
        "{overview}"
    );
    for id in ids {
        let text = program(&project("shop"))
            .with_each(&["explain", id])
            .ends(0)
            .stdout;
        assert!(
            text.starts_with(&format!("{id}\n")) && text.lines().count() > 5,
            "{id}:\n{text}"
        );
        // Also where there is no workspace.
        let folder = Folder::with(&[]);
        program(&folder.path(""))
            .with_each(&["explain", id])
            .ends(0);
    }
}

#[test]
fn explain_knows_the_rules_of_the_rule_file_and_helps_with_typos() {
    let explain = |topic: &str| program(&project("shop")).with_each(&["explain", topic]);
    explain("model-stays-pure")
        .ends(0)
        .says("Because: A model that talks")
        .says("explain forbid");
    explain("honesty").ends(0).says("vacuous-rule");
    explain("private-acess")
        .ends(2)
        .complains("did you mean `private-access`?");
    explain("model-stays-pur")
        .ends(2)
        .complains("did you mean `model-stays-pure`?");
    explain("qqqqqqqqq")
        .ends(2)
        .complains("`cargo bulkhead explain` lists");
    let folder = Folder::with(&[]);
    let outside = program(&folder.path("")).with("explain layer").ends(2);
    outside.complains("did you mean `layers`?");
}

#[test]
fn graph_draws_in_both_languages() {
    let graph = |arguments: &str| {
        program(&project("shop"))
            .with(&format!("graph {arguments}"))
            .ends(0)
            .stdout
    };
    let dot = graph("");
    assert!(dot.starts_with("digraph ") && dot.ends_with("}\n"), "{dot}");
    assert_eq!(dot.matches('{').count(), dot.matches('}').count());
    assert!(
        dot.contains("\"billing\" -> \"catalog\" [label = \"7\", color = \"red\""),
        "{dot}"
    );
    assert!(
        dot.contains("\"web\" -> \"billing\" [label = \"7\"]"),
        "{dot}"
    );
    let mermaid = graph("--format mermaid");
    assert!(
        mermaid.starts_with("flowchart ") && mermaid.contains("linkStyle"),
        "{mermaid}"
    );
    assert!(graph("--collapse crates").contains("\"shop_fulfilment\""));
    assert!(graph("--collapse modules").contains("\"shop_billing::model::invoice\""));
    assert!(!dot.contains("shop_fulfilment"));
}

#[test]
fn graph_lists_every_reference_as_a_json_object_a_line() {
    let listed = program(&project("shop"))
        .with("graph --references json")
        .ends(0)
        .stdout;
    let mut count = 0;
    for line in listed.lines() {
        let reference: Value = serde_json::from_str(line).expect("each line is an object");
        for key in ["importer", "named", "defined", "kind", "file"] {
            assert!(reference[key].is_string(), "`{key}` in {line}");
        }
        assert!(reference["line"].as_u64() > Some(0), "{line}");
        count += 1;
    }
    let checked = program(&project("shop")).with("check --report json").stdout;
    let document: Value = serde_json::from_str(&checked).expect("a document");
    assert_eq!(document["summary"]["references"], count);
}

#[test]
fn help_comes_with_examples_that_can_be_typed() {
    let root = program(Path::new(env!("CARGO_MANIFEST_DIR")))
        .with("--help")
        .ends(0);
    let mut pages = vec![root.says("Exit status").stdout];
    for command in COMMANDS {
        let long = program(&project(""))
            .with(&format!("{command} --help"))
            .ends(0);
        let other = program(&project(""))
            .with(&format!("bulkhead help {command}"))
            .ends(0);
        assert_eq!(long.stdout, other.stdout);
        program(&project(""))
            .with(&format!("{command} -h"))
            .ends(0)
            .says("Examples:");
        pages.push(long.stdout);
    }
    for page in pages {
        let (_, examples) = page
            .split_once("Examples:\n")
            .expect("the page has examples");
        assert!(examples.contains("  cargo bulkhead"), "{page}");
    }
    program(&project(""))
        .with("--version")
        .ends(0)
        .says(env!("CARGO_PKG_VERSION"));
    program(&project(""))
        .with("chek")
        .ends(2)
        .complains("'check'");
}
