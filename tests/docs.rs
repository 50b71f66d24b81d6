//! The README and the pages under `docs/` say what is: their rule files parse, their commands run and print what they show.
//!
//! `BULKHEAD_BLESS=1 cargo test --test docs` writes `docs/cli.md` anew.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and read its files"
)]

#[expect(dead_code, reason = "shared with other tests")]
mod support;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use support::{Outcome, program};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SHOP: &str = "test-projects/shop";
/// Commands that a page may show though no test runs them; each is said elsewhere to work.
const NOT_RUN: [&str; 2] = ["cargo install --locked --path .", "cargo test --locked"];

/// A fenced block of a page.
struct Block {
    page: PathBuf,
    line: usize,
    language: String,
    text: String,
}

impl Block {
    fn place(&self) -> String {
        format!("{}:{}", self.page.display(), self.line)
    }
}

#[test]
fn rule_files_in_the_pages_have_no_mistakes() {
    let mut files: Vec<(String, String)> = Vec::new();
    for page in pages() {
        let blocks = blocks(&page).into_iter();
        let rules: Vec<Block> = blocks.filter(|block| block.language == "toml").collect();
        if is_readme(&page) {
            // The sections of the README are parts of one rule file.
            let whole: Vec<&str> = rules.iter().map(|block| block.text.as_str()).collect();
            files.push((page.display().to_string(), whole.join("\n")));
        } else {
            files.extend(
                rules
                    .iter()
                    .map(|block| (block.place(), block.text.clone())),
            );
        }
    }
    assert!(files.len() > 10, "only {} rule files found", files.len());
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (place, text) in files {
        let path = folder.path().join("rules.toml");
        write(&path, &text);
        let config = path.to_str().expect("a path in UTF-8");
        let manifest = format!("{SHOP}/Cargo.toml");
        let ran = program(Path::new(ROOT)).with_each(&[
            "check",
            "--report",
            "json",
            "--manifest-path",
            &manifest,
            "--config",
            config,
        ]);
        assert!(
            ran.status < 2 && ran.stdout.contains("\"rule_file_errors\": 0"),
            "{place} is no valid rule file:\n{}",
            told(&ran)
        );
    }
}

#[test]
fn commands_in_the_pages_print_what_they_show() {
    let mut commands = 0;
    for block in pages().iter().flat_map(|page| blocks(page)) {
        if block.language != "console" {
            assert!(
                !block.text.starts_with("$ "),
                "{}: a command stands in a block that is not called `console`",
                block.place()
            );
            continue;
        }
        // What one command writes, the next ones of its block see.
        let folder = fresh_shop(block.text.contains("cargo bulkhead init\n"));
        for shown in Shown::of(&block) {
            if !NOT_RUN.contains(&shown.command.as_str()) {
                shown.check(&block.place(), folder.path());
                commands += 1;
            }
        }
    }
    assert!(commands > 8, "only {commands} commands found");
}

#[test]
fn the_readme_begins_with_one_promise_and_two_commands() {
    let text = read(&Path::new(ROOT).join("README.md"));
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    assert_eq!(lines.next(), Some("# cargo-bulkhead"));
    let promise = lines.next().expect("a promise");
    assert!(promise.ends_with('.') && promise.len() <= 140, "{promise}");
    let first: Vec<String> = blocks(Path::new("README.md"))
        .iter()
        .filter(|block| block.language == "console")
        .flat_map(Shown::of)
        .map(|shown| shown.command)
        .take(3)
        .collect();
    assert!(first[1].starts_with("cargo run --release"), "{first:?}");
    assert_eq!(first[2], "cargo test --locked");
}

#[test]
fn ci_runs_the_test_command_of_the_readme() {
    let script = read(&Path::new(ROOT).join(".ci/run"));
    let has = |wanted: &str| script.lines().any(|line| line == wanted);
    assert!(has("set -euo pipefail"));
    assert!(has("cargo fmt --check"));
    assert!(has("cargo clippy --all-targets --locked -- -D warnings"));
    assert_eq!(script.lines().last(), Some("cargo test --locked"));
    assert!(read(&Path::new(ROOT).join("README.md")).contains("\n$ cargo test --locked\n"));
}

#[test]
fn the_page_about_the_command_is_its_help() {
    let path = Path::new(ROOT).join("docs/cli.md");
    let new = command_page();
    if std::env::var_os("BULKHEAD_BLESS").is_some_and(|bless| bless == "1") {
        return write(&path, &new);
    }
    assert_eq!(
        read(&path),
        new,
        "renew docs/cli.md with BULKHEAD_BLESS=1 cargo test --test docs"
    );
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    for page in pages() {
        let text = read(&Path::new(ROOT).join(&page));
        for target in text.split("](").skip(1) {
            let target = target.split(')').next().unwrap_or_default();
            if target.starts_with("http") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let linked = if file.is_empty() {
                Path::new(ROOT).join(&page)
            } else {
                Path::new(ROOT).join(&page).with_file_name("").join(file)
            };
            let at = format!("{} links to {target}", page.display());
            assert!(linked.exists(), "{at}");
            if !anchor.is_empty() {
                assert!(anchors(&read(&linked)).any(|known| known == anchor), "{at}");
            }
        }
    }
}

/// The README first.
fn pages() -> Vec<PathBuf> {
    let docs = entries(&Path::new(ROOT).join("docs")).into_iter();
    let mut pages: Vec<PathBuf> = docs
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter_map(|path| Some(Path::new("docs").join(path.file_name()?)))
        .collect();
    pages.sort();
    pages.insert(0, PathBuf::from("README.md"));
    pages
}

fn is_readme(page: &Path) -> bool {
    page == Path::new("README.md")
}

fn blocks(page: &Path) -> Vec<Block> {
    let text = read(&Path::new(ROOT).join(page));
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => {
                open = Some(Block {
                    page: page.to_owned(),
                    line: at + 1,
                    language: language.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{}: a block is not closed", page.display());
    blocks
}

/// The anchors that GitHub gives to headings.
fn anchors(text: &str) -> impl Iterator<Item = String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        title
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect()
    })
}

/// A command of a `console` block, and what it shows below it.
///
/// `# status N` behind the command is how it ends (else 0); `...` on a line of its own stands for lines left out.
struct Shown {
    command: String,
    status: i32,
    output: Vec<String>,
}

impl Shown {
    fn of(block: &Block) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for line in block.text.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                let (command, comment) = command.split_once(" #").unwrap_or((command, ""));
                let status = comment.trim().strip_prefix("status ");
                all.push(Self {
                    command: command.trim().to_owned(),
                    status: status.map_or(0, |status| status.parse().expect("a number")),
                    output: vec![String::new()],
                });
                continue;
            }
            let shown = all.last_mut();
            let shown = shown.unwrap_or_else(|| panic!("{}: no command first", block.place()));
            if line == "..." {
                shown.output.push(String::new());
            } else if let Some(part) = shown.output.last_mut() {
                part.push_str(line);
                part.push('\n');
            }
        }
        all
    }

    fn check(&self, place: &str, shop: &Path) {
        let ran = self.run(shop);
        let printed = told(&ran);
        let at = format!("{place}: `{}`", self.command);
        assert_eq!(ran.status, self.status, "{at} printed:\n{printed}");
        let mut rest = printed.as_str();
        for part in &self.output {
            let part = part.trim_matches('\n');
            let found = rest.find(part);
            let found = found.unwrap_or_else(|| panic!("{at} does not print\n{part}\nbut\n{rest}"));
            rest = &rest[found + part.len()..];
        }
    }

    /// Runs our own program in this shop, or in the project's folder where the command names the shop itself.
    fn run(&self, shop: &Path) -> Outcome {
        let before_pipe = self.command.split(" | ").next().unwrap_or_default();
        let words = words(before_pipe);
        let names_shop = words.iter().any(|word| word.contains(SHOP));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let arguments = match words[..] {
            ["cargo", "bulkhead", ..] => &words[1..],
            ["cargo", "run", "--release", "--locked", "--", ..] => &words[5..],
            _ => panic!("`{}` is no command of ours", self.command),
        };
        let folder = if names_shop { Path::new(ROOT) } else { shop };
        program(folder).with_each(arguments)
    }
}

/// The words of a command line; single quotes keep blanks and stars.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// A copy of the shop; with `bare`, one in which nobody has spoken of rules yet.
fn fresh_shop(bare: bool) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&Path::new(ROOT).join(SHOP), folder.path(), bare);
    folder
}

fn copy(from: &Path, to: &Path, bare: bool) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for path in entries(from) {
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.ends_with("target") || (bare && path.ends_with("bulkhead.toml")) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &target, bare);
        } else {
            let text = read(&path);
            let kept = text
                .split_inclusive('\n')
                .filter(|line| !(bare && line.trim_start().starts_with("// bulkhead:")));
            write(&target, &kept.collect::<String>());
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder can be read");
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    paths.collect()
}

/// `docs/cli.md`.
fn command_page() -> String {
    let overview = help(&[]);
    let mut page = String::from(
        "# The command\n\nWhat `--help` prints; a test holds this page to it.\n\n\
         | status | means |\n| --- | --- |\n\
         | 0 | clean, or warnings only |\n\
         | 1 | at least one violation at level `deny` |\n\
         | 2 | usage, rule file, `cargo metadata` or input and output |\n\n\
         Findings go to standard output, progress and trouble with the run to standard error.\n",
    );
    let _ = write!(page, "\n## `cargo bulkhead`\n\n```text\n{overview}```\n");
    let commands = overview.lines().skip_while(|line| *line != "Commands:");
    let commands = commands.skip(1).take_while(|line| !line.is_empty());
    for name in commands.filter_map(|line| line.split_whitespace().next()) {
        let text = help(&[name]);
        let _ = write!(page, "\n## `cargo bulkhead {name}`\n\n```text\n{text}```\n");
    }
    page
}

fn help(command: &[&str]) -> String {
    let ran = program(Path::new(ROOT)).with_each(&[command, &["--help"]].concat());
    let lines: Vec<&str> = ran.stdout.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

/// Both streams, standard output first.
fn told(ran: &Outcome) -> String {
    format!("{}{}", ran.stdout, ran.stderr)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
