//! How time and memory grow with code: makes workspaces of growing size, and runs the program on each beside the floor,
//! which is to read and parse the same files with syn on as many threads.
//!
//! ```text
//! cargo build --release
//! cargo run --release --example scale -- [--lines 10000,30000,100000] [--runs 3] [--jobs 2]
//! ```
//!
//! Peak memory is read from `/proc`, and is 0 where there is none.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a program of its own, which makes files, runs programs and prints numbers"
)]

use std::fmt::Write;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;

/// Modules of a generated crate.
const MODULES: usize = 40;
/// The option that makes this program the floor.
const FLOOR: &str = "--floor";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [first, folder, jobs] if first == FLOOR => floor(Path::new(folder), jobs),
        _ => scale(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Reads and parses every Rust file below a folder.
fn floor(folder: &Path, jobs: &str) -> io::Result<()> {
    let jobs = jobs.parse().map_err(io::Error::other)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let mut files = Vec::new();
    rust_files(folder, &mut files)?;
    let items: usize = pool.map_err(io::Error::other)?.install(|| {
        let parsed = files.par_iter().map(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            syn::parse_file(&text).map_or(0, |file| file.items.len())
        });
        parsed.sum()
    });
    println!("{items}");
    Ok(())
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rust_files(&path, files)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// What one process took.
struct Run {
    took: Duration,
    peak_kib: u64,
    stderr: String,
}

/// One line of the table.
struct Row {
    lines: usize,
    floor: Duration,
    tool: Duration,
    peak_kib: u64,
    parse: f64,
    macros_and_types: f64,
}

fn scale(arguments: &[String]) -> io::Result<()> {
    let option = |name: &str| {
        let at = arguments.iter().position(|it| it == name)?;
        arguments.get(at + 1).cloned()
    };
    let sizes = option("--lines").unwrap_or_else(|| "10000,30000,100000,300000,1000000".to_owned());
    let runs: usize = number(&option("--runs").unwrap_or_else(|| "3".to_owned()))?;
    let jobs = option("--jobs").unwrap_or_else(|| "2".to_owned());
    let own = std::env::current_exe()?;
    let program = own
        .parent()
        .and_then(Path::parent)
        .map(|folder| folder.join("cargo-bulkhead"))
        .ok_or_else(|| io::Error::other("no folder above this program"))?;
    let place = std::env::temp_dir().join(format!("bulkhead-scale-{}", std::process::id()));
    let mut rows = Vec::new();
    for size in sizes.split(',') {
        let folder = place.join(size);
        let lines = generate(&folder, number(size)?)?;
        let mut floors = Vec::new();
        let mut tools = Vec::new();
        // In turns, so that what else the machine does meets both.
        for _ in 0..runs {
            floors.push(run(Command::new(&own)
                .args([FLOOR])
                .arg(&folder)
                .arg(&jobs))?);
            tools.push(run(Command::new(&program)
                .args([
                    "bulkhead",
                    "check",
                    "--timings",
                    "--no-cache",
                    "--color",
                    "never",
                ])
                .args(["--jobs", &jobs])
                .current_dir(&folder)
                .env_remove("BULKHEAD_CONFIG"))?);
        }
        rows.push(row(lines, &floors, &tools)?);
        fs::remove_dir_all(&folder)?;
    }
    fs::remove_dir_all(&place)?;
    print!("{}", table(&rows));
    Ok(())
}

fn number(text: &str) -> io::Result<usize> {
    let parsed = text.parse();
    parsed.map_err(|_| io::Error::other(format!("`{text}` is no number")))
}

fn row(lines: usize, floors: &[Run], tools: &[Run]) -> io::Result<Row> {
    let fastest = |runs: &[Run]| runs.iter().map(|run| run.took).min();
    let none = || io::Error::other("no run");
    let best = tools.iter().min_by_key(|run| run.took).ok_or_else(none)?;
    let stage = |name: &str| {
        let line = best
            .stderr
            .lines()
            .find_map(|it| it.trim().strip_prefix(name));
        let number = line.and_then(|it| it.trim().strip_suffix(" ms"));
        number.and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0)
    };
    Ok(Row {
        lines,
        floor: fastest(floors).ok_or_else(none)?,
        tool: best.took,
        peak_kib: tools.iter().map(|run| run.peak_kib).max().unwrap_or(0),
        parse: stage("read and parse"),
        macros_and_types: stage("macro expansion") + stage("read expansions") + stage("inference"),
    })
}

/// Runs a program to its end, and looks at its memory meanwhile.
fn run(command: &mut Command) -> io::Result<Run> {
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let peak = line.and_then(|it| it.trim().strip_suffix(" kB")?.trim().parse().ok());
        peak_kib = peak.unwrap_or(peak_kib);
        std::thread::sleep(Duration::from_millis(2));
    };
    let took = begun.elapsed();
    let mut stderr = String::new();
    if let Some(mut pipe) = child.stderr.take() {
        pipe.read_to_string(&mut stderr)?;
    }
    if !ended.success() {
        return Err(io::Error::other(format!("{command:?} failed: {stderr}")));
    }
    Ok(Run {
        took,
        peak_kib,
        stderr,
    })
}

fn table(rows: &[Row]) -> String {
    let mut page = "| lines | floor | bulkhead | ratio | peak | read and parse | macros and types | of parsing |\n\
                    | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for row in rows {
        let (floor, tool) = (row.floor.as_secs_f64(), row.tool.as_secs_f64());
        let _ = writeln!(
            page,
            "| {} | {floor:.2} s | {tool:.2} s | {:.2} | {} MiB | {:.2} s | {:.2} s | {:.0} % |",
            row.lines,
            tool / floor,
            row.peak_kib / 1024,
            row.parse / 1_000.0,
            row.macros_and_types / 1_000.0,
            100.0 * row.macros_and_types / row.parse,
        );
    }
    let _ = writeln!(
        page,
        "\ntime grows with lines to the power of {:.2}",
        exponent(rows)
    );
    page
}

/// The slope of the line through the logarithms.
fn exponent(rows: &[Row]) -> f64 {
    let points: Vec<(f64, f64)> = rows
        .iter()
        .map(|row| ((row.lines as f64).ln(), row.tool.as_secs_f64().ln()))
        .collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|it| it.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|it| it.1).sum::<f64>() / count;
    let over = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y));
    let under = points.iter().map(|(x, _)| (x - mean_x).powi(2));
    over.sum::<f64>() / under.sum::<f64>()
}

/// Writes a workspace of at least so many lines, and says how many it has.
fn generate(folder: &Path, lines: usize) -> io::Result<usize> {
    let of_crate: usize = (0..MODULES).map(|at| module(0, at).lines().count()).sum();
    let crates = lines.div_ceil(of_crate);
    let mut written = 0;
    let members: Vec<String> = (0..crates).map(|it| format!("\"gen_{it}\"")).collect();
    fs::create_dir_all(folder)?;
    let manifest = format!(
        "[workspace]\nresolver = \"2\"\nmembers = [{}]\n",
        members.join(", ")
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("bulkhead.toml"), RULES)?;
    for crate_at in 0..crates {
        let place = folder.join(format!("gen_{crate_at}"));
        fs::create_dir_all(place.join("src"))?;
        let dependencies: Vec<String> = (crate_at.saturating_sub(3)..crate_at)
            .map(|it| format!("gen_{it} = {{ path = \"../gen_{it}\" }}\n"))
            .collect();
        let dependencies = dependencies.concat();
        let manifest = format!(
            "[package]\nname = \"gen_{crate_at}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::write(place.join("Cargo.toml"), manifest)?;
        let mut root = MACROS.to_owned();
        for at in 0..MODULES {
            let _ = writeln!(root, "pub mod m{at};");
            let text = module(crate_at, at);
            written += text.lines().count();
            fs::write(place.join(format!("src/m{at}.rs")), text)?;
        }
        root.push_str("pub use m0::*;\n");
        written += root.lines().count();
        fs::write(place.join("src/lib.rs"), root)?;
    }
    Ok(written)
}

const RULES: &str = r#"[[acyclic]]
id      = "packages-are-acyclic"
among   = "packages"
because = "They are built one after another."

[[forbid]]
id      = "no-processes"
from    = "gen_*"
to      = "std::process"
because = "There are none."
"#;

const MACROS: &str = r"#[macro_export]
macro_rules! record {
    ($name:ident { $($field:ident : $ty:ty),* $(,)? }) => {
        #[derive(Clone, Debug, Default)]
        pub struct $name { $(pub $field: $ty),* }
        impl $name { $(pub fn $field(&self) -> &$ty { &self.$field })* }
    };
}

#[macro_export]
macro_rules! total {
    ($($value:expr),*) => { 0 $(+ $value)* };
}

";

/// One module: it imports from its neighbours (a circle), and from the crate before its own.
fn module(crate_at: usize, at: usize) -> String {
    let next = (at + 1) % MODULES;
    let far = (at * 7 + 3) % MODULES;
    let before = crate_at
        .checked_sub(1)
        .map_or_else(|| "crate".to_owned(), |it| format!("gen_{it}"));
    let mut text = MODULE
        .replace("@next", &format!("m{next}"))
        .replace("@far", &format!("m{far}"))
        .replace("@before", &before);
    for function in 0..6 {
        text.push_str(&FUNCTION.replace("@n", &function.to_string()));
    }
    text
}

const MODULE: &str = r#"//! A module like many others.

use std::collections::BTreeMap;
use std::fmt;

use crate::@next::{Order as NextOrder, Store as NextStore};
use @before::@far::{self, Kind as FarKind};

crate::record!(Line { name: String, price: u64, count: u32 });

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Small,
    Large(u64),
    Named { name: String },
}

#[derive(Clone, Debug, Default)]
pub struct Order {
    pub lines: Vec<Line>,
    pub tags: BTreeMap<String, u32>,
    pub next: Option<Box<NextOrder>>,
}

pub trait Priced {
    type Unit;
    fn price(&self) -> u64;
    fn unit(&self) -> Option<Self::Unit>;
}

impl Priced for Order {
    type Unit = Line;

    fn price(&self) -> u64 {
        self.lines.iter().map(|line| line.price * u64::from(line.count)).sum()
    }

    fn unit(&self) -> Option<Line> {
        self.lines.first().cloned()
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} lines for {}", self.lines.len(), self.price())
    }
}

#[derive(Default)]
pub struct Store<T> {
    items: Vec<T>,
}

impl<T: Priced + Clone> Store<T> {
    pub fn add(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }

    pub fn dear(&self, than: u64) -> Vec<T> {
        self.items.iter().filter(|item| item.price() > than).cloned().collect()
    }

    pub fn units(&self) -> impl Iterator<Item = T::Unit> + '_ {
        self.items.iter().filter_map(|item| item.unit())
    }
}

pub fn kind_of(order: &Order) -> Result<Kind, String> {
    let line = order.unit().ok_or("no line")?;
    Ok(match line.price {
        0 => Kind::Named { name: line.name().clone() },
        1..=9 => Kind::Small,
        price => Kind::Large(price),
    })
}

pub fn far(order: &Order) -> Option<FarKind> {
    let other = @far::Order::default();
    let kind = @far::kind_of(&other).ok()?;
    let mut store = NextStore::default();
    store.add(NextOrder::default());
    let dear = store.dear(order.price());
    println!("{} {}", dear.len(), crate::total!(order.price(), other.lines.len() as u64));
    Some(kind)
}
"#;

const FUNCTION: &str = r"
pub fn step_@n(orders: &[Order]) -> u64 {
    let mut store = Store::default();
    for order in orders.iter().filter(|order| !order.lines.is_empty()) {
        store.add(order.clone());
    }
    let units: Vec<Line> = store.units().collect();
    let names = units.iter().map(|unit| unit.name.len() as u64).sum::<u64>();
    let next = orders.iter().filter_map(|order| order.next.as_ref()).map(|next| next.lines.len()).max();
    if let Some(count) = next {
        return names + count as u64;
    }
    match orders.first().map(kind_of) {
        Some(Ok(Kind::Large(price))) => price + names,
        Some(Ok(_)) | None => names,
        Some(Err(text)) => text.len() as u64,
    }
}
";
