//! The stages one by one, for `benches/`. Nobody else has a use for it.
//!
//! In: texts, or the folder of a workspace. Out: how much each stage found.
//! *Invariant:* does nothing that the program does not do.

use std::path::Path;

use camino::Utf8PathBuf;

use crate::base::{Packed, SourceMap};
use crate::facts::{FileFacts, rust};
use crate::modules::{Early, ModuleTree};
use crate::pipeline::{self, Timings};
use crate::system::RealSystem;
use crate::workspace::{self, LoadOptions, Workspace};
use crate::{graph, infer, resolve};

/// Reads one file; says how much it says.
#[must_use]
pub fn read(text: &str) -> usize {
    size(&rust::read(text))
}

/// What files say, as the cache keeps it.
#[must_use]
pub fn pack(texts: &[&str]) -> Vec<Vec<u8>> {
    let facts = texts.iter().map(|text| rust::read(text));
    facts.map(|facts| Packed::of(&facts).to_bytes()).collect()
}

/// Reads what the cache keeps; says how much files say.
#[must_use]
pub fn unpack(packed: &[Vec<u8>]) -> usize {
    let facts = packed.iter().filter_map(|bytes| {
        let packed = Packed::from_bytes(bytes)?;
        packed.unpack::<FileFacts>()
    });
    facts.map(|facts| size(&facts)).sum()
}

fn size(facts: &FileFacts) -> usize {
    facts.items.len() + facts.imports.len() + facts.paths.len()
}

/// A workspace whose files are read, and whose macros are expanded.
pub struct Loaded {
    workspace: Workspace,
    tree: ModuleTree,
    sources: SourceMap,
}

impl Loaded {
    /// Loads the workspace in a folder; `None` where cargo cannot.
    #[must_use]
    pub fn new(folder: &Path) -> Option<Self> {
        let options = LoadOptions {
            current_dir: Utf8PathBuf::from_path_buf(folder.to_owned()).ok()?,
            cargo: "cargo".to_owned(),
            ..LoadOptions::default()
        };
        let workspace = workspace::load(&RealSystem, &options).ok()?;
        let (tree, sources) = expanded(&workspace);
        Some(Self {
            workspace,
            tree,
            sources,
        })
    }

    /// The texts of its files.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let files = self.tree.files.iter().map(|parsed| parsed.file);
        let mut files: Vec<_> = files.collect();
        files.sort_unstable();
        files.dedup();
        let texts = files.into_iter().map(|file| &**self.sources.text(file));
        texts.collect()
    }

    /// Reads all files and expands all macros anew; says how many modules there are.
    #[must_use]
    pub fn modules(&self) -> usize {
        expanded(&self.workspace).0.modules.len()
    }

    /// Resolves what modules define and import; says how many names there are.
    #[must_use]
    pub fn names(&self) -> usize {
        resolve::world(&self.workspace, &self.tree).names().len()
    }

    /// Everything from there to the graph; says how many references there are.
    #[must_use]
    pub fn graph(&self) -> usize {
        let world = resolve::world(&self.workspace, &self.tree);
        let inferred = infer::infer(&world, infer::signatures(&self.workspace));
        let resolution = resolve::resolve(&world, &inferred.references);
        let graph = graph::build(&self.workspace, &self.tree, resolution);
        graph.reference_count()
    }
}

fn expanded(workspace: &Workspace) -> (ModuleTree, SourceMap) {
    let early = Early::default();
    pipeline::expanded(&RealSystem, None, workspace, early, &mut Timings::begin())
}
