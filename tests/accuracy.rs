//! The scorer of `examples/accuracy`, on small projects whose truth is in `test-projects/accuracy`.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and read its output"
)]

#[path = "../examples/accuracy/scorer/mod.rs"]
mod scorer;

use std::path::{Path, PathBuf};
use std::process::Command;

use scorer::{Graph, Group, LEVELS, Score, Sources, Truth, details, score, summary};

fn projects() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test-projects")
}

fn graph(folder: &Path) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"))
        .args(["bulkhead", "graph", "--references", "json", "--quiet"])
        .current_dir(folder)
        .env_remove("BULKHEAD_CONFIG")
        .env("BULKHEAD_NO_CACHE", "1")
        .output()
        .expect("the program starts");
    assert!(output.status.success());
    output.stdout
}

/// Scores the lines of a graph that `keep` lets pass.
fn scored(name: &str, folder: &str, keep: impl Fn(&str) -> bool) -> (Score, Sources) {
    let folder = projects().join(folder);
    let prefix = projects().join("accuracy").join(name);
    let mut truth = Truth::read(&prefix.to_string_lossy()).expect("the truth is readable");
    let sources = Sources::new(Some(folder.clone()));
    truth.settle(&sources);
    let text = String::from_utf8(graph(&folder)).expect("the graph is text");
    let lines: Vec<&str> = text.lines().filter(|line| keep(line)).collect();
    let graph = Graph::parse(lines.join("\n").as_bytes()).expect("the graph is readable");
    let score = score(&truth, &graph, &sources, false);
    (score, sources)
}

#[test]
fn the_graph_of_small_projects_is_the_truth() {
    let (ledger, _) = scored("ledger", "accuracy/ledger", |_| true);
    let (shop, _) = scored("shop", "shop", |_| true);
    let table = summary(&[("ledger".to_owned(), ledger), ("shop".to_owned(), shop)]);
    assert_eq!(table.trim(), TABLE.trim(), "{table}");
}

const TABLE: &str = "
### module-to-module edges: recall / precision

| workspace | in the truth | written paths | macro-borne | methods and fields | all | not judged |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| ledger | 22 | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 4 |
| shop | 374 | 100.00 % / 100.00 % | 100.00 % / – | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 1 |

### references: recall / precision

| workspace | in the truth | written paths | macro-borne | methods and fields | all | not judged |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| ledger | 70 | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 14 |
| shop | 1941 | 100.00 % / 100.00 % | 100.00 % / – | 100.00 % / 100.00 % | 100.00 % / 100.00 % | 10 |
";

#[test]
fn what_is_not_there_is_missed_and_what_should_not_be_there_is_wrong() {
    // Without the methods, and with an edge that nothing justifies.
    let (score, sources) = scored("ledger", "accuracy/ledger", |line| {
        !line.contains(r#""kind":"method""#)
    });
    let [modules, references] = LEVELS;
    let typed = score.recall[&(references, Group::Typed)];
    assert_eq!((typed.good, typed.of), (6, 13), "{typed:?}");
    let written = score.recall[&(modules, Group::Written)];
    assert_eq!((written.good, written.of), (17, 17), "{written:?}");
    let page = details("ledger", &score, &sources, 5);
    let missed = "- ledger_book::entry -> ledger_book::money: 1 (method), such as `is_debt` at book/src/entry.rs:21\n  \
                  `if self.amount.is_debt() { Side::Debit } else { Side::Credit }`";
    assert!(page.contains(missed), "{page}");

    let folder = projects().join("accuracy/ledger");
    let prefix = projects().join("accuracy/ledger");
    let truth = Truth::read(&prefix.to_string_lossy()).expect("the truth is readable");
    let invented = r#"{"importer":"ledger_book::money","named":"ledger_book::entry::Side","defined":"ledger_book::entry","item":"Side","kind":"path","conditions":[],"external":false,"via_macro":false,"file":"book/src/money.rs","line":12,"column":9}"#;
    let graph = Graph::parse(invented.as_bytes()).expect("the line is readable");
    let sources = Sources::new(Some(folder));
    let score = scorer::score(&truth, &graph, &sources, false);
    let written = score.precision[&(modules, Group::Written)];
    assert_eq!((written.good, written.of), (0, 1), "{written:?}");
    let page = details("ledger", &score, &sources, 5);
    let wrong = "- ledger_book::money -> ledger_book::entry: 1 (path, the whole edge), such as `Side` at book/src/money.rs:12\n  \
                 `Self { cents }`";
    assert!(page.contains(wrong), "{page}");
}

#[test]
fn what_the_truth_cannot_judge_is_listed_with_its_line() {
    let (score, sources) = scored("ledger", "accuracy/ledger", |_| true);
    let page = details("ledger", &score, &sources, 5);
    let inactive = "- book/src/import.rs:16: ledger_book::import -> ledger_book::account::Account::book: the line is inactive in the \
                    configuration of the truth\n  `account.book(entry!(\"ansi\", i64::from(bytes[0])));`";
    assert!(page.contains(inactive), "{page}");
    let circle = "- book/src/account.rs:47: ledger_book::account::tests -> ledger_report::lines: the truth could not resolve something on \
                  this line\n  `assert_eq!(ledger_report::lines(&ledger_report::empty()), 0);`";
    assert!(page.contains(circle), "{page}");
    let definition = "book/src/macros.rs:18: ledger_book::macros -> ledger_book::entry::Entry::new: in the definition of a macro; the \
                      truth knows expansions only";
    assert!(page.contains(definition), "{page}");

    // A truth that never read a file says nothing of it; of a file that it read what it does not have is wrong.
    let folder = projects().join("accuracy/ledger");
    let prefix = projects().join("accuracy/ledger");
    let mut truth = Truth::read(&prefix.to_string_lossy()).expect("the truth is readable");
    let graph = Graph::parse(&graph(&folder)).expect("the graph is readable");
    let entry = "book/src/entry.rs";
    let sources = Sources::new(Some(folder));
    truth
        .references
        .retain(|it| it.file != entry || it.line < 10);
    let wrong = scorer::score(&truth, &graph, &sources, false);
    truth.references.retain(|it| it.file != entry);
    let unread = scorer::score(&truth, &graph, &sources, false);
    let line = "- book/src/entry.rs:21: ledger_book::entry -> ledger_book::money::Money::is_debt: the truth has nothing of this file";
    let wrong = details("ledger", &wrong, &sources, 50);
    assert!(!wrong.contains(line), "{wrong}");
    let unread = details("ledger", &unread, &sources, 50);
    assert!(unread.contains(line), "{unread}");
}
