//! The whole program on one page: workspace → modules → resolution → graph.
//!
//! In: a request. Out: an analysis.
//! *Invariant:* prints nothing and decides no exit status.

use crate::base::{Problem, SourceMap};
use crate::graph::{self, DependencyGraph};
use crate::modules::{self, ModuleTree};
use crate::resolve::{self, UnresolvedPath};
use crate::system::System;
use crate::workspace::{self, LoadError, LoadOptions, Workspace};

/// What the code says, before any rule.
#[derive(Debug)]
pub struct Analysis {
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
    /// How many lead out of it.
    pub external_paths: usize,
}

impl Analysis {
    /// What could not be analysed.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.tree.problems
    }
}

/// Loads and resolves a workspace.
///
/// # Errors
/// Where cargo or the file system does not give the workspace.
pub fn analyse(system: &dyn System, options: &LoadOptions) -> Result<Analysis, LoadError> {
    let workspace = workspace::load(system, options)?;
    let mut sources = SourceMap::default();
    let tree = modules::build(system, &workspace, &mut sources);
    let mut resolution = resolve::resolve(&workspace, &tree);
    let unresolved = std::mem::take(&mut resolution.unresolved);
    let (internal_paths, external_paths) = (resolution.internal_paths, resolution.external_paths);
    let graph = graph::build(&workspace, &tree, resolution);
    Ok(Analysis {
        sources,
        workspace,
        tree,
        graph,
        unresolved,
        internal_paths,
        external_paths,
    })
}
