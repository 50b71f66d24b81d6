//! Workspace → modules → resolution → graph.

use std::time::Duration;

use super::timings::Timings;
use crate::base::{Cause, FileId, Problem, Set, SourceMap};
use crate::facts::Memory;
use crate::graph::{self, DependencyGraph};
use crate::infer;
use crate::modules::{self, Early, ModuleTree};
use crate::resolve::{self, UnresolvedPath};
use crate::system::System;
use crate::workspace::{self, LoadError, LoadOptions, Workspace};

/// Macros that write calls of macros of other crates are followed so far.
const MACRO_LAYERS: usize = 8;
/// The macros of a workspace may write so many tokens, and so many for each byte of its code.
const MACRO_TOKENS: (usize, usize) = (500_000, 8);

/// What the code says, before any rule.
#[derive(Debug)]
pub(crate) struct Analysis {
    /// Every text.
    pub sources: SourceMap,
    /// The packages.
    pub workspace: Workspace,
    /// The modules.
    pub tree: ModuleTree,
    /// The graph.
    pub graph: DependencyGraph,
    /// Paths that lead nowhere.
    pub unresolved: Vec<UnresolvedPath>,
    /// How many written paths lead into the workspace.
    pub internal_paths: usize,
    /// How many of these lead to a module only: a macro there that was not expanded makes what they name, or may do so.
    pub(crate) made_paths: usize,
    /// How many lead out of it.
    pub external_paths: usize,
    /// How many method calls and field accesses there are.
    pub(crate) typed_sites: u32,
    /// How many of these are on a value whose type is not known.
    pub(crate) unknown_sites: u32,
    /// How long each stage took.
    pub(crate) timings: Timings,
}

impl Analysis {
    /// What could not be analysed.
    #[must_use]
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.tree.problems
    }

    /// How many files were read.
    #[must_use]
    pub(crate) fn file_count(&self) -> usize {
        let files: Set<FileId> = self.tree.files.iter().map(|parsed| parsed.file).collect();
        files.len()
    }

    /// Paths that lead nowhere, those aside that stand in the tokens of macros and may be none.
    pub(crate) fn unresolved_paths(&self) -> impl Iterator<Item = &UnresolvedPath> {
        let is_path = |path: &&UnresolvedPath| path.cause != Cause::MacroTokens;
        self.unresolved.iter().filter(is_path)
    }
}

/// Loads and resolves a workspace.
///
/// # Errors
/// Where cargo or the file system does not give the workspace.
pub(crate) fn analyse(
    system: &dyn System,
    memory: Option<&dyn Memory>,
    options: &LoadOptions,
) -> Result<Analysis, LoadError> {
    let mut timings = Timings::begin();
    let (workspace, early) = rayon::join(
        || {
            let workspace = workspace::load(system, options);
            timings.done("metadata");
            workspace
        },
        || Early::read(system, memory, options),
    );
    let workspace = workspace?;
    let ((tree, sources), signatures) = rayon::join(
        || expanded(system, memory, &workspace, early, &mut timings),
        || infer::signatures(&workspace),
    );
    let world = resolve::world(&workspace, &tree);
    timings.done("name resolution");
    let inferred = infer::infer(&world, signatures);
    timings.done("inference");
    let mut resolution = resolve::resolve(&world, &inferred.references);
    drop(world);
    timings.done("name resolution");
    let unresolved = std::mem::take(&mut resolution.unresolved);
    let (internal_paths, external_paths) = (resolution.internal_paths, resolution.external_paths);
    let made_paths = resolution.made_paths;
    let graph = graph::build(&workspace, &tree, resolution);
    timings.done("graph");
    Ok(Analysis {
        sources,
        workspace,
        tree,
        graph,
        unresolved,
        internal_paths,
        made_paths,
        external_paths,
        typed_sites: inferred.sites,
        unknown_sites: inferred.unknown,
        timings,
    })
}

/// The modules of a workspace, and what its macros write.
pub(crate) fn expanded(
    system: &dyn System,
    memory: Option<&dyn Memory>,
    workspace: &Workspace,
    early: Early,
    timings: &mut Timings,
) -> (ModuleTree, SourceMap) {
    let mut builder = modules::Builder::new(system, memory, workspace, early);
    timings.done("read and parse");
    let mut budget = MACRO_TOKENS.0 + MACRO_TOKENS.1 * builder.sources().size();
    let mut reading = Duration::ZERO;
    for _ in 0..MACRO_LAYERS {
        let (tree, sources) = (builder.tree(), builder.sources());
        let Some(layer) = resolve::expand(workspace, tree, sources, &mut budget) else {
            break;
        };
        reading += layer.reading;
        builder.expand(layer.expansions);
    }
    timings.done_in_parts("macro expansion", "read expansions", reading);
    builder.finish()
}
