//! Scores the graph against truth files: recall and precision for each kind of reference, the worst misses first.
//!
//! ```text
//! cargo build --release
//! cargo run --release --example accuracy -- TRUTH WORKSPACE/Cargo.toml [TRUTH WORKSPACE/Cargo.toml]…
//! ```
//!
//! `docs/accuracy.md` says what a truth set is and what is counted.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a program of its own, which reads files and prints tables"
)]

mod scorer;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use scorer::{Graph, Group, LEVELS, Score, Sources, Truth, details, score, summary};

const USAGE: &str = "\
usage: accuracy [OPTION]… TRUTH GRAPH [TRUTH GRAPH]…

TRUTH   the prefix of a truth set: TRUTH.jsonl, TRUTH.modules.jsonl, TRUTH.inactive.jsonl, perhaps with .gz behind each
GRAPH   a Cargo.toml, or what `cargo bulkhead graph --references json` printed into a file: FILE.jsonl, or
        FILE.jsonl@FOLDER where FOLDER holds the sources

--show N           so many of what is missed and what is wrong (20)
--markdown         the closing tables only
--external         crates outside of the workspace as well
--program PATH     the program that makes the graph of a Cargo.toml (cargo-bulkhead beside this one)
--require GROUP=RECALL/PRECISION
                   status 1 where a workspace has less, at the level of module-to-module edges;
                   GROUP is written, macros, typed or all: --require written=0.995/0.998";

struct Options {
    show: usize,
    only_tables: bool,
    external: bool,
    program: Option<PathBuf>,
    required: Vec<(Group, f64, f64)>,
    pairs: Vec<(String, String)>,
}

fn main() -> ExitCode {
    let outcome = options().and_then(|options| run(&options));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> io::Result<bool> {
    let mut scores: Vec<(String, Score)> = Vec::new();
    for (prefix, graph) in &options.pairs {
        let name = Path::new(prefix).file_name();
        let name = name.map_or_else(|| prefix.clone(), |it| it.to_string_lossy().into_owned());
        let mut truth = Truth::read(prefix)?;
        let (graph, sources) = read_graph(graph, options)?;
        truth.settle(&sources);
        let score = score(&truth, &graph, &sources, options.external);
        if !options.only_tables {
            println!("{}", details(&name, &score, &sources, options.show));
        }
        scores.push((name, score));
    }
    println!("{}", summary(&scores).trim_start());
    Ok(are_good_enough(&scores, &options.required))
}

/// The graph that an argument names, and the sources of its workspace.
fn read_graph(argument: &str, options: &Options) -> io::Result<(Graph, Sources)> {
    if !argument.ends_with("Cargo.toml") {
        let (file, folder) = match argument.split_once('@') {
            Some((file, folder)) => (file, Some(PathBuf::from(folder))),
            None => (argument, None),
        };
        return Ok((Graph::parse(&std::fs::read(file)?)?, Sources::new(folder)));
    }
    let program = match &options.program {
        Some(program) => program.clone(),
        // This program is in `target/release/examples`.
        None => std::env::current_exe()?
            .parent()
            .and_then(Path::parent)
            .map(|folder| folder.join("cargo-bulkhead"))
            .ok_or_else(|| io::Error::other("no folder above this program"))?,
    };
    let output = Command::new(&program)
        .args([
            "bulkhead",
            "graph",
            "--references",
            "json",
            "--quiet",
            "--no-cache",
            "--manifest-path",
            argument,
        ])
        .output()
        .map_err(|error| io::Error::other(format!("{}: {error}", program.display())))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(io::Error::other(said));
    }
    let folder = Path::new(argument).parent().map(Path::to_owned);
    Ok((Graph::parse(&output.stdout)?, Sources::new(folder)))
}

fn are_good_enough(scores: &[(String, Score)], required: &[(Group, f64, f64)]) -> bool {
    let [modules, _] = LEVELS;
    let mut all_good = true;
    for (name, score) in scores {
        for &(group, recall, precision) in required {
            let found = score.recall.get(&(modules, group));
            let right = score.precision.get(&(modules, group));
            let found = found.map_or(1.0, |share| value(share.good, share.of));
            let right = right.map_or(1.0, |share| value(share.good, share.of));
            if found < recall || right < precision {
                let title = group.title();
                eprintln!(
                    "{name}: {title}: {found:.4}/{right:.4} where {recall}/{precision} is required"
                );
                all_good = false;
            }
        }
    }
    all_good
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of edges, far below 2^52"
)]
fn value(good: usize, of: usize) -> f64 {
    good as f64 / of as f64
}

fn options() -> io::Result<Options> {
    let usage = || io::Error::other(USAGE);
    let mut options = Options {
        show: 20,
        only_tables: false,
        external: false,
        program: None,
        required: Vec::new(),
        pairs: Vec::new(),
    };
    let mut plain: Vec<String> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--markdown" => options.only_tables = true,
            "--external" => options.external = true,
            "--show" => {
                let number = arguments.next().and_then(|it| it.parse().ok());
                options.show = number.ok_or_else(usage)?;
            }
            "--program" => options.program = Some(arguments.next().ok_or_else(usage)?.into()),
            "--require" => {
                let wanted = arguments.next().and_then(|it| requirement(&it));
                options.required.push(wanted.ok_or_else(usage)?);
            }
            option if option.starts_with("--") => return Err(usage()),
            _ => plain.push(argument),
        }
    }
    let mut plain = plain.into_iter();
    while let Some(truth) = plain.next() {
        let graph = plain.next().ok_or_else(usage)?;
        options.pairs.push((truth, graph));
    }
    if options.pairs.is_empty() {
        return Err(usage());
    }
    Ok(options)
}

/// `written=0.995/0.998`.
fn requirement(text: &str) -> Option<(Group, f64, f64)> {
    let (word, numbers) = text.split_once('=')?;
    let (recall, precision) = numbers.split_once('/')?;
    let group = match word {
        "written" => Group::Written,
        "macros" => Group::Macros,
        "typed" => Group::Typed,
        "all" => Group::All,
        _ => return None,
    };
    Some((group, recall.parse().ok()?, precision.parse().ok()?))
}
