//! Facts and targets → [`ModuleTree`]: which module lives in which file, as rustc finds them.
//!
//! In: the targets of a workspace, and their files through the system. Out: [`ModuleTree`].
//! *Invariant:* resolves no name; every file is read and parsed once, however many crates hold it.

mod build;
mod paths;

use crate::base::{Cfg, FileId, Location, Name, Problem, name};
use crate::facts::{FileFacts, ScopeIx, Visibility};

pub use build::build;

/// A crate: its index in [`ModuleTree::crates`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CrateId(pub u32);

/// A module: its index in [`ModuleTree::modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub u32);

/// Every crate, module and file of a workspace.
#[derive(Debug, Default)]
pub struct ModuleTree {
    /// The crates, in the order of packages and targets.
    pub crates: Vec<Crate>,
    /// The modules; a parent before its children.
    pub modules: Vec<Module>,
    /// The files, each once.
    pub files: Vec<ParsedFile>,
    /// Each place where a file is part of a module.
    pub instances: Vec<Instance>,
    /// What could not be analysed.
    pub problems: Vec<Problem>,
}

/// A target of a package.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Its name, as the first segment of all its paths.
    pub path: Name,
    /// Index of its package in the workspace.
    pub package: usize,
    /// Index of its target in the package.
    pub target: usize,
    /// Its root module.
    pub root: ModuleId,
}

/// A module, with all its `cfg` versions.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its absolute path; unique.
    pub path: Name,
    /// Its last segment.
    pub name: Name,
    /// Its crate.
    pub crate_id: CrateId,
    /// The module around it.
    pub parent: Option<ModuleId>,
    /// Where it is declared first; the beginning of the file for a crate root.
    pub location: Option<Location>,
    /// Each declaration of it (none for a crate root).
    pub declarations: Vec<Declaration>,
}

/// A `mod` declaration that makes a module.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The instance of the file that holds it.
    pub instance: usize,
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// How far the module can be seen.
    pub visibility: Visibility,
    /// `#[macro_use]`.
    pub macro_use: bool,
    /// The conditions of the declaration.
    pub conditions: Vec<Cfg>,
}

/// A file and what it says.
#[derive(Debug)]
pub struct ParsedFile {
    /// Its text.
    pub file: FileId,
    /// What it says.
    pub facts: FileFacts,
}

/// One file as part of one module.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Index in [`ModuleTree::files`].
    pub file: usize,
    /// The module of each scope of the file; the scope of a block has that of the module around it.
    pub scope_modules: Vec<ModuleId>,
    /// The conditions around the whole file.
    pub outer: Vec<Cfg>,
    /// Whether it is an `include!` of another instance's scope: that instance, and the scope.
    pub included_in: Option<(usize, ScopeIx)>,
}

impl ModuleTree {
    /// The module with this id.
    #[must_use]
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0 as usize]
    }

    /// The crate with this id.
    #[must_use]
    pub fn crate_(&self, id: CrateId) -> &Crate {
        &self.crates[id.0 as usize]
    }

    /// The facts of an instance.
    #[must_use]
    pub fn facts(&self, instance: &Instance) -> &FileFacts {
        &self.files[instance.file].facts
    }

    /// All modules, with their ids.
    pub fn modules(&self) -> impl Iterator<Item = (ModuleId, &Module)> {
        (0..).map(ModuleId).zip(&self.modules)
    }

    /// The crate, as an id, with this path.
    #[must_use]
    pub fn find_crate(&self, path: &str) -> Option<CrateId> {
        let wanted = name(path);
        let found = self.crates.iter().position(|c| c.path == wanted)?;
        u32::try_from(found).ok().map(CrateId)
    }

    /// Whether `ancestor` is `module` or stands above it.
    #[must_use]
    pub fn is_within(&self, module: ModuleId, ancestor: ModuleId) -> bool {
        let mut at = Some(module);
        while let Some(id) = at {
            if id == ancestor {
                return true;
            }
            at = self.module(id).parent;
        }
        false
    }
}
