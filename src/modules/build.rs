//! Follows `mod` declarations from the crate roots, wave by wave: all files of a wave are read in parallel.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::early::Early;
use super::paths::Folders;
use super::{Crate, CrateId, Declaration, Instance, Module, ModuleId, ModuleTree, ParsedFile};
use crate::base::{
    Cfg, FileId, KnownCfg, Location, Map, Name, Problem, ProblemKind, SourceMap, Span, can_hold,
    join, number,
};
use crate::facts::{self, FileFacts, Memory, ModuleDeclaration, ScopeIx, ScopeKind};
use crate::system::System;
use crate::workspace::{Package, Workspace, read_text};

/// A file is part of one crate so often: where two modules read the next file each, and that one does so too, there
/// are twice as many with every file.
const COPIES: usize = 256;

/// A call of a macro of the workspace, and what it writes.
#[derive(Debug)]
pub(crate) struct Expansion {
    /// The instance that holds the call.
    pub instance: usize,
    /// Its index among the macro calls of the file.
    pub call: usize,
    /// The crate that defines the macro.
    pub crate_id: CrateId,
    /// What it writes; `None` where it could not be expanded.
    pub facts: Option<FileFacts>,
}

/// Builds a [`ModuleTree`], in as many steps as macros need.
pub(crate) struct Builder<'a> {
    pub(super) system: &'a dyn System,
    pub(super) workspace: &'a Workspace,
    early: Early,
    memory: Option<&'a dyn Memory>,
    sources: SourceMap,
    pub(super) tree: ModuleTree,
    by_path: Map<Name, ModuleId>,
    /// Index in `tree.files`, by canonical path; `None` where it could not be read.
    by_file: Map<Utf8PathBuf, Option<usize>>,
    /// For each instance, the one that declares it.
    parents: Vec<Option<usize>>,
    /// For each instance, where its `mod x;` are looked for.
    folders: Vec<Folders>,
    /// The instance that a declaration has made of a file, for each instance of the file that declares it.
    attached: Map<(ModuleId, usize, Location, Option<usize>), usize>,
    /// How often each file is part of each crate.
    copies: Map<(CrateId, usize), usize>,
    pub(super) jobs: Vec<Job>,
}

/// A file to attach to a module.
pub(super) struct Job {
    pub module: ModuleId,
    pub path: Utf8PathBuf,
    pub folders: Folders,
    pub outer: Vec<Cfg>,
    /// The instance that asks for it.
    pub parent: Option<usize>,
    pub declared: Option<Location>,
    pub included_in: Option<(usize, ScopeIx)>,
}

/// How an expansion came to be.
struct Made {
    /// The crate that defines the macro.
    crate_id: CrateId,
    /// The instance that holds the call, and the call's index there.
    by: (usize, usize),
}

/// The outcome of reading one file, and where it is asked for.
type Loaded = (
    Utf8PathBuf,
    Option<Location>,
    Result<(String, FileFacts), String>,
);

impl<'a> Builder<'a> {
    /// Finds the modules of every target of a workspace.
    pub(crate) fn new(
        system: &'a dyn System,
        memory: Option<&'a dyn Memory>,
        workspace: &'a Workspace,
        early: Early,
    ) -> Self {
        let mut builder = Self {
            system,
            workspace,
            early,
            memory,
            sources: SourceMap::default(),
            tree: ModuleTree::default(),
            by_path: Map::default(),
            by_file: Map::default(),
            parents: Vec::new(),
            folders: Vec::new(),
            attached: Map::default(),
            copies: Map::default(),
            jobs: Vec::new(),
        };
        builder.roots();
        builder.run();
        builder.early = Early::default();
        builder
    }

    /// The tree so far.
    pub(crate) fn tree(&self) -> &ModuleTree {
        &self.tree
    }

    /// The texts so far.
    pub(crate) fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// Adds what macros write, and the modules that this declares.
    pub(crate) fn expand(&mut self, expansions: Vec<Expansion>) {
        for expansion in expansions {
            let instance = &mut self.tree.instances[expansion.instance];
            instance.tried_calls.insert(expansion.call);
            if expansion.facts.is_some() {
                instance.expanded_calls.insert(expansion.call);
            }
            self.attach_expansion(expansion);
        }
        self.run();
    }

    /// The tree and the texts.
    pub(crate) fn finish(mut self) -> (ModuleTree, SourceMap) {
        self.tree.problems.sort();
        self.tree.problems.dedup();
        (self.tree, self.sources)
    }

    fn run(&mut self) {
        while !self.jobs.is_empty() {
            self.wave();
        }
    }

    fn attach_expansion(&mut self, expansion: Expansion) {
        let Some(facts) = expansion.facts else { return };
        let around = &self.tree.instances[expansion.instance];
        let parsed = &self.tree.files[around.file];
        let call = &parsed.facts.macro_calls[expansion.call];
        let conditions = parsed.facts.conditions(call.cfg);
        let job = Job {
            module: around.scope_modules[call.scope as usize],
            path: Utf8PathBuf::new(),
            folders: self.folders[expansion.instance].clone(),
            outer: around.outer.iter().chain(conditions).cloned().collect(),
            parent: Some(expansion.instance),
            declared: None,
            included_in: Some((expansion.instance, call.scope)),
        };
        let file = parsed.file;
        self.tree.files.push(ParsedFile { file, facts });
        let index = self.tree.files.len() - 1;
        self.attach(
            &job,
            index,
            Some(&Made {
                crate_id: expansion.crate_id,
                by: (expansion.instance, expansion.call),
            }),
        );
    }

    fn roots(&mut self) {
        for (package_index, package) in self.workspace.packages.iter().enumerate() {
            for (target_index, target) in package.targets.iter().enumerate() {
                let crate_id = CrateId(u32::try_from(self.tree.crates.len()).expect("few crates"));
                let root = self.add_module(Module {
                    path: target.crate_path,
                    name: target.crate_path,
                    crate_id,
                    parent: None,
                    location: None,
                    declarations: Vec::new(),
                });
                self.tree.crates.push(Crate {
                    path: target.crate_path,
                    package: package_index,
                    target: target_index,
                    root,
                    known_cfg: package.known_cfg(target_index),
                });
                if !self.system.is_file(&target.src_path) {
                    self.missing_root(&target.src_path, &package.name);
                    continue;
                }
                self.jobs.push(Job {
                    module: root,
                    folders: Folders::of_owner(&target.src_path),
                    path: target.src_path.clone(),
                    outer: Vec::new(),
                    parent: None,
                    declared: None,
                    included_in: None,
                });
            }
        }
    }

    fn missing_root(&mut self, path: &Utf8Path, package: &str) {
        let shown = self.workspace.shown(path);
        self.tree.problems.push(Problem {
            kind: ProblemKind::MissingModuleFile,
            location: None,
            message: format!(
                "`{shown}`, the root of a target of package `{package}`, is not there"
            ),
            help: Some("create the file, or take the target out of Cargo.toml".to_owned()),
            conditional: false,
        });
    }

    fn add_module(&mut self, module: Module) -> ModuleId {
        if let Some(&id) = self.by_path.get(&module.path) {
            return id;
        }
        let id = ModuleId(u32::try_from(self.tree.modules.len()).expect("fewer than 2^32 modules"));
        self.by_path.insert(module.path, id);
        self.tree.modules.push(module);
        id
    }

    /// Reads the files of all jobs in parallel, then attaches them in order.
    fn wave(&mut self) {
        let jobs = std::mem::take(&mut self.jobs);
        let mut wanted: Vec<(Utf8PathBuf, Option<Location>)> = Vec::new();
        let canonical: Vec<Utf8PathBuf> = jobs
            .iter()
            .map(|job| {
                let system = self.system;
                system
                    .canonicalize(&job.path)
                    .unwrap_or_else(|_| job.path.clone())
            })
            .collect();
        for (path, job) in canonical.iter().zip(&jobs) {
            if !self.by_file.contains_key(path) {
                self.by_file.insert(path.clone(), None);
                wanted.push((path.clone(), job.declared));
            }
        }
        let (system, memory) = (self.system, self.memory);
        let wanted: Vec<_> = wanted
            .into_iter()
            .map(|(path, declared)| (self.early.take(&path), path, declared))
            .collect();
        let loaded: Vec<Loaded> = wanted
            .into_par_iter()
            .with_max_len(1) // one file may be as long as a hundred others
            .map(|(early, path, declared)| {
                let read = read_text(system, &path).map(|text| {
                    let facts = early.filter(|it| it.text == text).map(|it| it.facts);
                    let facts = facts.unwrap_or_else(|| facts::of_text(&text, memory));
                    (text, facts)
                });
                (path, declared, read)
            })
            .collect();
        for (path, declared, read) in loaded {
            self.add_file(path, declared, read);
        }
        for (job, path) in jobs.into_iter().zip(canonical) {
            if let Some(&Some(file)) = self.by_file.get(&path) {
                self.attach(&job, file, None);
            }
        }
    }

    /// Takes a file in; `declared` is where it is asked for first.
    fn add_file(
        &mut self,
        path: Utf8PathBuf,
        declared: Option<Location>,
        read: Result<(String, FileFacts), String>,
    ) {
        let shown = self.workspace.shown(&path);
        let (text, facts) = match read {
            Ok(read) => read,
            Err(message) => {
                self.tree.problems.push(Problem {
                    kind: ProblemKind::UnreadableFile,
                    location: declared,
                    message: format!("`{shown}` cannot be read: {message}"),
                    help: None,
                    conditional: false,
                });
                return;
            }
        };
        let file = self.sources.add(shown, text);
        if let Some(error) = &facts.error {
            self.tree.problems.push(Problem {
                kind: ProblemKind::UnparsedFile,
                location: Some(Location {
                    file,
                    span: error.span,
                }),
                message: format!("this file does not parse: {}", error.message),
                help: Some(
                    "mend the syntax; until then nothing in this file is checked".to_owned(),
                ),
                conditional: false,
            });
        }
        self.tree.files.push(ParsedFile { file, facts });
        self.by_file.insert(path, Some(self.tree.files.len() - 1));
    }

    /// For each condition of a file whether no build of its crate can hold it; empty where all may hold.
    fn never(&self, module: ModuleId, outer: &[Cfg], facts: &FileFacts) -> Vec<bool> {
        let known = self.known_cfg(module);
        let mut never = Vec::with_capacity(facts.cfgs.len());
        for (at, node) in facts.cfgs.iter().enumerate() {
            let is_never_around = never.get(node.parent as usize).is_some_and(|it| *it);
            let all = || outer.iter().chain(facts.conditions(number(at)));
            never.push(is_never_around || !can_hold(&all().collect::<Vec<_>>(), known));
        }
        if never.contains(&true) {
            never
        } else {
            Vec::new()
        }
    }

    fn known_cfg(&self, module: ModuleId) -> &KnownCfg {
        &self
            .tree
            .crate_(self.tree.module(module).crate_id)
            .known_cfg
    }

    fn attach(&mut self, job: &Job, file: usize, made: Option<&Made>) {
        let outer: Vec<&Cfg> = job.outer.iter().collect();
        if !can_hold(&outer, self.known_cfg(job.module)) {
            return;
        }
        if self.is_cyclic(job.parent, file) {
            let shown = self.sources.path(self.tree.files[file].file).to_owned();
            self.tree.problems.push(Problem {
                kind: ProblemKind::CyclicModule,
                location: job.declared,
                message: format!(
                    "this module is read from `{shown}`, which is among the files that declare it"
                ),
                help: Some("point `#[path]` or `include!` at another file".to_owned()),
                conditional: false,
            });
            return;
        }
        let instance = self.tree.instances.len();
        let text = self.text_of(job.parent);
        let key = job.declared.map(|at| (job.module, file, at, text));
        if let Some(&known) = key.and_then(|key| self.attached.get(&key)) {
            self.tighten(known, &job.outer);
            return;
        }
        if !self.may_copy(job, file) {
            return;
        }
        if let Some(key) = key {
            self.attached.insert(key, instance);
        }
        let id = self.tree.files[file].file;
        let module = &mut self.tree.modules[job.module.0 as usize];
        module.location.get_or_insert(Location {
            file: id,
            span: Span::default(),
        });
        let never = self.never(job.module, &job.outer, &self.tree.files[file].facts);
        self.parents.push(job.parent);
        self.tree.instances.push(Instance {
            file,
            scope_modules: Vec::new(),
            outer: job.outer.clone(),
            never,
            included_in: job.included_in,
            dollar_crate: made.map(|made| made.crate_id),
            expansion_of: made.map(|made| made.by),
            expanded_calls: BTreeSet::new(),
            tried_calls: BTreeSet::new(),
        });
        self.folders.push(job.folders.clone());
        let facts = std::mem::take(&mut self.tree.files[file].facts);
        self.scopes(job, instance, &facts, id);
        self.declared_files(job, instance, &facts, id);
        self.module_folders(job, instance, &facts, id);
        self.includes(job, instance, &facts, id);
        self.tree.files[file].facts = facts;
    }

    /// A `mod` in the arguments of a macro call is met twice: as it is written, and under the conditions that the
    /// macro puts around it. It is one, under the latter.
    fn tighten(&mut self, instance: usize, outer: &[Cfg]) {
        let old = self.tree.instances[instance].outer.len();
        if outer.len() <= old {
            return;
        }
        let mut is_below = vec![false; self.tree.instances.len()];
        for at in instance..self.tree.instances.len() {
            is_below[at] = at == instance || self.parents[at].is_some_and(|it| is_below[it]);
            if is_below[at] {
                let conditions = &mut self.tree.instances[at].outer;
                conditions.splice(..old, outer.iter().cloned());
                let data = &self.tree.instances[at];
                let facts = &self.tree.files[data.file].facts;
                let module = data.scope_modules.first();
                let never = module.map(|module| self.never(*module, &data.outer, facts));
                self.tree.instances[at].never = never.unwrap_or_default();
            }
        }
        for module in &mut self.tree.modules {
            for declaration in &mut module.declarations {
                if is_below[declaration.instance] {
                    declaration.conditions.splice(..old, outer.iter().cloned());
                }
            }
        }
    }

    /// The instance of a file in whose text an instance stands: itself, or the one that holds the macro call.
    fn text_of(&self, instance: Option<usize>) -> Option<usize> {
        let mut at = instance?;
        while let Some((outer, _)) = self.tree.instances[at].expansion_of {
            at = outer;
        }
        Some(at)
    }

    /// Whether a file may be part of a crate once more. Says so the first time that it may not.
    fn may_copy(&mut self, job: &Job, file: usize) -> bool {
        let crate_id = self.tree.module(job.module).crate_id;
        let copies = self.copies.entry((crate_id, file)).or_default();
        *copies += 1;
        if *copies == COPIES + 1 {
            let shown = self.sources.path(self.tree.files[file].file).to_owned();
            self.tree.problems.push(Problem {
                kind: ProblemKind::CyclicModule,
                location: job.declared,
                message: format!("`{shown}` is in more than {COPIES} modules of one crate; further ones are left out"),
                help: Some("declare the module once, and import it elsewhere".to_owned()),
                conditional: false,
            });
        }
        *copies <= COPIES
    }

    fn is_cyclic(&self, parent: Option<usize>, file: usize) -> bool {
        let mut at = parent;
        while let Some(instance) = at {
            if self.tree.instances[instance].file == file {
                return true;
            }
            at = self.parents[instance];
        }
        false
    }

    /// Gives every scope its module, and makes the inline ones.
    fn scopes(&mut self, job: &Job, instance: usize, facts: &FileFacts, file: FileId) {
        let mut modules = vec![job.module; facts.scopes.len()];
        for (at, scope) in facts.scopes.iter().enumerate() {
            let Some(parent) = scope.parent else { continue };
            let around = modules[parent as usize];
            let declaration = match scope.kind {
                ScopeKind::Module(index) => Some(&facts.modules[index as usize]),
                ScopeKind::File | ScopeKind::Block => None,
            };
            // What can never be is no module; nothing in it counts.
            let is_never = |it: &&ModuleDeclaration| self.tree.instances[instance].is_never(it.cfg);
            modules[at] = match declaration.filter(|it| !is_never(it)) {
                Some(declaration) => self.declare(around, instance, declaration, facts, file),
                None => around,
            };
        }
        self.tree.instances[instance].scope_modules = modules;
    }

    pub(super) fn declare(
        &mut self,
        parent: ModuleId,
        instance: usize,
        declaration: &ModuleDeclaration,
        facts: &FileFacts,
        file: FileId,
    ) -> ModuleId {
        let around = self.tree.module(parent);
        let module = Module {
            path: join(&around.path, &declaration.name),
            name: declaration.name,
            crate_id: around.crate_id,
            parent: Some(parent),
            location: Some(Location {
                file,
                span: declaration.span,
            }),
            declarations: Vec::new(),
        };
        let id = self.add_module(module);
        let conditions = self.conditions(instance, facts, declaration);
        self.tree.modules[id.0 as usize]
            .declarations
            .push(Declaration {
                instance,
                scope: declaration.scope,
                visibility: declaration.visibility.clone(),
                macro_use: declaration.macro_use,
                conditions,
            });
        id
    }

    pub(super) fn conditions(
        &self,
        instance: usize,
        facts: &FileFacts,
        declaration: &ModuleDeclaration,
    ) -> Vec<Cfg> {
        let outer = self.tree.instances[instance].outer.iter();
        outer
            .chain(facts.conditions(declaration.cfg))
            .cloned()
            .collect()
    }

    pub(super) fn package_of(&self, module: ModuleId) -> &'a Package {
        let crate_ = self.tree.crate_(self.tree.module(module).crate_id);
        &self.workspace.packages[crate_.package]
    }
}
