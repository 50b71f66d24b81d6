//! Facts and targets → [`ModuleTree`]: which module lives in which file, as rustc finds them.
//!
//! In: the targets of a workspace, and their files through the system. Out: [`ModuleTree`].
//! *Invariant:* resolves no name; every file is read and parsed once, however many crates hold it.

mod build;
mod declared;
mod early;
mod paths;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::{Cfg, FileId, KnownCfg, Location, Name, Problem};
use crate::facts::{CfgIx, FileFacts, Mark, ScopeIx, Visibility};

pub(crate) use build::{Builder, Expansion};
pub(crate) use early::Early;

/// A crate: its index in [`ModuleTree::crates`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CrateId(pub u32);

/// A module: its index in [`ModuleTree::modules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ModuleId(pub u32);

/// Every crate, module and file of a workspace.
#[derive(Debug, Default)]
pub(crate) struct ModuleTree {
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
pub(crate) struct Crate {
    /// Its name, as the first segment of all its paths.
    pub path: Name,
    /// Index of its package in the workspace.
    pub package: usize,
    /// Index of its target in the package.
    pub target: usize,
    /// Its root module.
    pub root: ModuleId,
    /// What is known of its builds.
    pub known_cfg: KnownCfg,
}

/// A module, with all its `cfg` versions.
#[derive(Clone, Debug)]
pub(crate) struct Module {
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
pub(crate) struct Declaration {
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
pub(crate) struct ParsedFile {
    /// Its text.
    pub file: FileId,
    /// What it says.
    pub facts: FileFacts,
}

/// One file as part of one module.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    /// Index in [`ModuleTree::files`].
    pub file: usize,
    /// The module of each scope of the file; the scope of a block has that of the module around it.
    pub scope_modules: Vec<ModuleId>,
    /// The conditions around the whole file.
    pub outer: Vec<Cfg>,
    /// For each condition in the file whether it can never hold here; empty where all of them may.
    pub never: Vec<bool>,
    /// Whether it is an `include!` of another instance's scope: that instance, and the scope.
    pub included_in: Option<(usize, ScopeIx)>,
    /// Of the expansion of a macro: the crate that defines it.
    pub dollar_crate: Option<CrateId>,
    /// Of the expansion of a macro: the instance that holds the call, and the call's index there.
    pub expansion_of: Option<(usize, usize)>,
    /// The macro calls that were expanded: what was read out of their arguments does not count.
    pub expanded_calls: BTreeSet<usize>,
    /// The macro calls for which an expansion was tried.
    pub tried_calls: BTreeSet<usize>,
}

impl Instance {
    /// Whether what stands under a condition of its file can be in no build of its crate.
    #[must_use]
    pub(crate) fn is_never(&self, cfg: CfgIx) -> bool {
        self.never.get(cfg as usize).is_some_and(|never| *never)
    }
}

/// The entries of a list that do not count, as ranges that neither touch nor nest: an expansion stands in their place,
/// or no build can hold them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Replaced(Vec<Range<usize>>);

impl Replaced {
    fn new(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_unstable_by_key(|range| range.start);
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        Self(apart)
    }

    /// Whether this entry does not count.
    #[must_use]
    pub(crate) fn contains(&self, entry: usize) -> bool {
        let next = self.0.partition_point(|range| range.start <= entry);
        next.checked_sub(1).is_some_and(|at| entry < self.0[at].end)
    }
}

/// Which list of [`FileFacts`] an index is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// [`FileFacts::items`].
    Items,
    /// [`FileFacts::impls`].
    Impls,
    /// [`FileFacts::imports`].
    Imports,
    /// [`FileFacts::paths`].
    Paths,
    /// [`FileFacts::macro_calls`].
    MacroCalls,
    /// [`Code::bodies`](crate::facts::code::Code::bodies).
    Bodies,
}

impl ModuleTree {
    /// The module with this id.
    #[must_use]
    pub(crate) fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0 as usize]
    }

    /// The crate with this id.
    #[must_use]
    pub(crate) fn crate_(&self, id: CrateId) -> &Crate {
        &self.crates[id.0 as usize]
    }

    /// The facts of an instance.
    #[must_use]
    pub(crate) fn facts(&self, instance: &Instance) -> &FileFacts {
        &self.files[instance.file].facts
    }

    /// The entries of a list of an instance that do not count.
    #[must_use]
    pub(crate) fn replaced(&self, instance: &Instance, list: List) -> Replaced {
        let facts = self.facts(instance);
        let calls = &facts.macro_calls;
        let at = |mark: &Mark| match list {
            List::Items => mark.items,
            List::Impls => mark.impls,
            List::Imports => mark.imports,
            List::Paths => mark.paths,
            List::MacroCalls => mark.macro_calls,
            List::Bodies => mark.bodies,
        };
        let expanded = instance.expanded_calls.iter();
        let mut ranges: Vec<Range<usize>> = expanded
            .map(|&call| at(&calls[call].read.from)..at(&calls[call].read.to))
            .filter(|range| !range.is_empty())
            .collect();
        if !instance.never.is_empty() {
            let never = |at: usize, cfg: CfgIx| instance.is_never(cfg).then_some(at..at + 1);
            let cfgs: Vec<CfgIx> = match list {
                List::Items => facts.items.iter().map(|it| it.cfg).collect(),
                List::Impls => facts.impls.iter().map(|it| it.cfg).collect(),
                List::Imports => facts.imports.iter().map(|it| it.cfg).collect(),
                List::Paths => facts.paths.iter().map(|it| it.cfg).collect(),
                List::MacroCalls => calls.iter().map(|it| it.cfg).collect(),
                List::Bodies => {
                    let bodies = facts.code.bodies.iter();
                    bodies.map(|body| facts.cfg_of(body.owner)).collect()
                }
            };
            let cfgs = cfgs.into_iter().enumerate();
            ranges.extend(cfgs.filter_map(|(at, cfg)| never(at, cfg)));
        }
        Replaced::new(ranges)
    }

    /// All modules, with their ids.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (ModuleId, &Module)> {
        (0..).map(ModuleId).zip(&self.modules)
    }

    /// Whether `ancestor` is `module` or stands above it.
    #[must_use]
    pub(crate) fn is_within(&self, module: ModuleId, ancestor: ModuleId) -> bool {
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
