//! Truth sets, graphs, and the lines of source files.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use flate2::read::GzDecoder;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::judge::{EXPANDED, is_within};

/// What really is there.
#[derive(Debug)]
pub(crate) struct Truth {
    /// Every reference.
    pub(crate) references: Vec<Reference>,
    /// The modules, and for each the one that stands for its file where several hold it.
    pub(crate) modules: BTreeMap<String, Home>,
    /// Lines that the truth's producer left out as code for another configuration.
    pub(crate) inactive: BTreeMap<String, Vec<(usize, usize)>>,
    /// Lines with something that it could not resolve.
    pub(crate) unresolved: BTreeSet<(String, usize)>,
}

impl Home {
    /// The module as which the file of this one was read, where that is another one.
    pub(crate) fn other_owner(&self) -> Option<&str> {
        let owner = self.file_owner.as_deref()?;
        let is_owner = if self.inline {
            is_within(&self.module, owner)
        } else {
            self.module == owner
        };
        (!is_owner).then_some(owner)
    }
}

/// A reference of the truth.
#[derive(Debug, Deserialize)]
pub(crate) struct Reference {
    pub(crate) from_module: String,
    pub(crate) to_module: String,
    pub(crate) kind: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    #[serde(default)]
    pub(crate) col: usize,
    pub(crate) item: String,
    pub(crate) via: Option<String>,
    #[serde(default)]
    pub(crate) ext: bool,
    #[serde(default)]
    pub(crate) in_macro: bool,
}

/// Where a module is written.
#[derive(Debug, Deserialize)]
pub(crate) struct Home {
    module: String,
    #[serde(default)]
    inline: bool,
    /// The module as which its file was read.
    file_owner: Option<String>,
}

#[derive(Deserialize)]
struct Lines {
    file: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Place {
    file: String,
    line: usize,
}

/// A reference of the graph.
#[derive(Debug, Deserialize)]
pub(crate) struct Edge {
    pub(crate) importer: String,
    pub(crate) named: String,
    pub(crate) defined: String,
    #[serde(default)]
    pub(crate) item: String,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) external: bool,
    #[serde(default)]
    pub(crate) via_macro: bool,
    pub(crate) file: String,
    pub(crate) line: usize,
}

/// A graph.
#[derive(Debug)]
pub(crate) struct Graph {
    pub(crate) edges: Vec<Edge>,
}

impl Truth {
    /// Reads `PREFIX.jsonl`, `PREFIX.modules.jsonl` and `PREFIX.inactive.jsonl`, each perhaps with `.gz` behind it.
    /// `PREFIX.unresolved.jsonl` may be missing.
    pub(crate) fn read(prefix: &str) -> io::Result<Self> {
        let modules: Vec<Home> = rows(&format!("{prefix}.modules.jsonl"))?;
        let mut inactive: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for lines in rows::<Lines>(&format!("{prefix}.inactive.jsonl"))? {
            let of_file = inactive.entry(lines.file).or_default();
            of_file.push((lines.start, lines.end));
        }
        let unresolved = match rows::<Place>(&format!("{prefix}.unresolved.jsonl")) {
            Ok(places) => places,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let places = unresolved.into_iter();
        let modules = modules.into_iter();
        Ok(Self {
            references: rows(&format!("{prefix}.jsonl"))?,
            modules: modules.map(|home| (home.module.clone(), home)).collect(),
            inactive,
            unresolved: places.map(|place| (place.file, place.line)).collect(),
        })
    }
}

impl Truth {
    /// Says places as the graph does: a file that is a link goes by the name of what it links to, and the call of
    /// a macro begins with its path, not with the comments and attributes above it.
    pub(crate) fn settle(&mut self, sources: &Sources) {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for reference in &mut self.references {
            if reference.kind == EXPANDED {
                let source = sources.file(&reference.file);
                while source.is_above_an_item(reference.line) {
                    reference.line += 1;
                }
            }
            let real = known
                .entry(reference.file.clone())
                .or_insert_with(|| sources.real(&reference.file));
            if *real != reference.file {
                reference.file.clone_from(real);
            }
        }
    }
}

impl Graph {
    /// Reads what `cargo bulkhead graph --references json` printed.
    pub(crate) fn parse(text: &[u8]) -> io::Result<Self> {
        let edges = parsed(text, "the graph")?;
        Ok(Self { edges })
    }
}

/// The rows of a file of JSON lines; a file that is not there may be there with `.gz` behind its name.
fn rows<T: DeserializeOwned>(path: &str) -> io::Result<Vec<T>> {
    let plain = Path::new(path);
    if plain.exists() {
        return parsed(File::open(plain)?, path);
    }
    let zipped = format!("{path}.gz");
    let file = File::open(&zipped)
        .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
    parsed(GzDecoder::new(file), &zipped)
}

fn parsed<T: DeserializeOwned>(bytes: impl Read, path: &str) -> io::Result<Vec<T>> {
    let mut rows = Vec::new();
    for (at, line) in BufReader::new(bytes).lines().enumerate() {
        // A raw identifier goes by its plain name.
        let line = line?.replace("r#", "");
        if line.trim().is_empty() {
            continue;
        }
        let row = serde_json::from_str(&line)
            .map_err(|error| io::Error::other(format!("{path}:{}: {error}", at + 1)))?;
        rows.push(row);
    }
    Ok(rows)
}

/// The text of one file, and where it has definitions of macros.
#[derive(Debug, Default)]
pub(crate) struct Source {
    lines: Vec<String>,
    macro_definitions: Vec<(usize, usize)>,
}

impl Source {
    /// A line, counted from 1, without its indentation.
    pub(crate) fn line(&self, line: usize) -> &str {
        let at = line.checked_sub(1).and_then(|at| self.lines.get(at));
        at.map_or("", |text| text.trim())
    }

    /// Whether a line is a comment or an attribute that says nothing about macros, or is blank.
    fn is_above_an_item(&self, line: usize) -> bool {
        const ABOVE: [&str; 5] = ["//", "#[cfg(", "#[allow(", "#[expect(", "#[doc"];
        let text = self.line(line);
        let is_above = text.is_empty() || ABOVE.iter().any(|it| text.starts_with(it));
        is_above && line < self.lines.len()
    }

    /// Whether a line is part of a `macro_rules!`.
    pub(crate) fn is_in_macro_definition(&self, line: usize) -> bool {
        let mut ranges = self.macro_definitions.iter();
        ranges.any(|&(first, last)| first <= line && line <= last)
    }
}

/// The sources of a workspace, read when they are asked for.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    root: Option<PathBuf>,
    read: RefCell<BTreeMap<String, Rc<Source>>>,
}

impl Sources {
    /// The sources below a folder; without one, no line can be shown.
    pub(crate) fn new(root: Option<PathBuf>) -> Self {
        Self {
            root,
            read: RefCell::default(),
        }
    }

    /// The path of a file without links, where it is below the root.
    fn real(&self, path: &str) -> String {
        let real = self.root.as_ref().and_then(|root| {
            let real = root.join(path).canonicalize().ok()?;
            let below = real.strip_prefix(root.canonicalize().ok()?).ok()?;
            Some(below.to_string_lossy().into_owned())
        });
        real.unwrap_or_else(|| path.to_owned())
    }

    /// A file, by its path relative to the root; empty where it cannot be read.
    pub(crate) fn file(&self, path: &str) -> Rc<Source> {
        if let Some(known) = self.read.borrow().get(path) {
            return Rc::clone(known);
        }
        let text = self
            .root
            .as_ref()
            .and_then(|root| fs::read_to_string(root.join(path)).ok())
            .unwrap_or_default();
        let source = Rc::new(Source {
            macro_definitions: macro_definitions(&text),
            lines: text.lines().map(str::to_owned).collect(),
        });
        let mut known = self.read.borrow_mut();
        known.insert(path.to_owned(), Rc::clone(&source));
        source
    }
}

/// The first and the last line of each `macro_rules!` of a file.
fn macro_definitions(text: &str) -> Vec<(usize, usize)> {
    use proc_macro2::{TokenStream, TokenTree};

    fn find(tokens: TokenStream, found: &mut Vec<(usize, usize)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(word) if word == "macro_rules" => {
                    // `macro_rules ! name {…}`
                    if let Some(TokenTree::Group(rules)) = tokens.get(at + 3) {
                        let first = word.span().start().line;
                        found.push((first, rules.span_close().end().line));
                    }
                }
                TokenTree::Group(group) => find(group.stream(), found),
                _ => {}
            }
        }
    }

    let mut found = Vec::new();
    if text.contains("macro_rules")
        && let Ok(tokens) = text.parse()
    {
        find(tokens, &mut found);
    }
    found
}
