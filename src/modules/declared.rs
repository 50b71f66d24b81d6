//! The files that a file asks for: `mod x;`, `include!` and the folders of `automod::dir!`.
//!
//! In: what one file says, where it is part of a module. Out: jobs for [`Builder`], and problems with what is not there.
//! *Invariant:* reads no file.

use super::build::{Builder, Job};
use super::paths::{Candidate, Folders, Lookup, lookup};
use crate::base::{FileId, Location, Problem, ProblemKind, name};
use crate::facts::{FileFacts, IncludedFile, ModuleDeclaration, ModuleFolder};

impl Builder<'_> {
    /// Asks for the files of all `mod x;`.
    pub(super) fn declared_files(
        &mut self,
        job: &Job,
        instance: usize,
        facts: &FileFacts,
        file: FileId,
    ) {
        for declaration in facts.modules.iter().filter(|d| d.body.is_none()) {
            self.declared_file(job, instance, facts, file, declaration);
        }
    }

    fn declared_file(
        &mut self,
        job: &Job,
        instance: usize,
        facts: &FileFacts,
        file: FileId,
        declaration: &ModuleDeclaration,
    ) {
        if self.tree.instances[instance].is_never(declaration.cfg) {
            return;
        }
        let around = self.tree.instances[instance].scope_modules[declaration.scope as usize];
        let module = self.declare(around, instance, declaration, facts, file);
        let location = Location {
            file,
            span: declaration.span,
        };
        let outer = self.conditions(instance, facts, declaration);
        let found = self.existing(lookup(&job.folders, facts, declaration), location);
        if found.is_empty() {
            self.missing_file(job, facts, declaration, location, !outer.is_empty());
        }
        for candidate in found {
            let mut outer = outer.clone();
            outer.extend(candidate.condition);
            self.jobs.push(Job {
                module,
                path: candidate.path,
                folders: candidate.folders,
                outer,
                parent: Some(instance),
                declared: Some(location),
                included_in: None,
            });
        }
    }

    /// Asks for the files of all `automod::dir!`: each but `lib.rs`, `main.rs` and `mod.rs` is a module.
    pub(super) fn module_folders(
        &mut self,
        job: &Job,
        instance: usize,
        facts: &FileFacts,
        file: FileId,
    ) {
        for of in &facts.module_folders {
            if self.tree.instances[instance].is_never(of.cfg) {
                continue;
            }
            let folder = self.package_of(job.module).folder().join(&of.folder);
            let Ok(files) = self.system.files_in(&folder) else {
                self.missing_folder(of, file);
                continue;
            };
            for file_name in &files {
                let Some(stem) = file_name.strip_suffix(".rs") else {
                    continue;
                };
                if matches!(stem, "lib" | "main" | "mod") {
                    continue;
                }
                let mut ident = stem.replace('-', "_");
                if ident.starts_with(|first: char| first.is_ascii_digit()) {
                    ident.insert(0, '_');
                }
                let declaration = ModuleDeclaration {
                    scope: of.scope,
                    body: None,
                    paths: if ident == stem {
                        Vec::new()
                    } else {
                        vec![(None, file_name.clone())]
                    },
                    name: name(&ident),
                    visibility: of.visibility.clone(),
                    span: of.span,
                    cfg: of.cfg,
                    macro_use: false,
                    attribute: None,
                    in_macro: true,
                };
                self.declared_file(job, instance, facts, file, &declaration);
            }
        }
    }

    fn missing_folder(&mut self, of: &ModuleFolder, file: FileId) {
        self.tree.problems.push(Problem {
            kind: ProblemKind::MissingModuleFile,
            location: Some(Location {
                file,
                span: of.span,
            }),
            message: format!("the folder `{}` of modules is not there", of.folder),
            help: Some("create the folder, or take the `automod::dir!` out".to_owned()),
            conditional: true,
        });
    }

    /// The candidates that are there.
    fn existing(&mut self, lookup: Lookup, location: Location) -> Vec<Candidate> {
        let system = self.system;
        let is_there = |candidate: &Candidate| system.is_file(&candidate.path);
        let mut found: Vec<Candidate> = lookup.named.into_iter().filter(is_there).collect();
        let mut conventional = lookup.conventional.into_iter().filter(is_there);
        if let Some(first) = conventional.next() {
            if let Some(second) = conventional.next() {
                let (first, second) = (&first.path, &second.path);
                let (first, second) = (self.workspace.shown(first), self.workspace.shown(second));
                self.tree.problems.push(Problem {
                    kind: ProblemKind::AmbiguousModuleFile,
                    location: Some(location),
                    message: format!("this module has two files, `{first}` and `{second}`"),
                    help: Some("keep one of them; the first was analysed".to_owned()),
                    conditional: false,
                });
            }
            found.push(first);
        }
        found
    }

    fn missing_file(
        &mut self,
        job: &Job,
        facts: &FileFacts,
        declaration: &ModuleDeclaration,
        location: Location,
        under_cfg: bool,
    ) {
        let looked_for = lookup(&job.folders, facts, declaration);
        let places: Vec<String> = looked_for
            .named
            .iter()
            .chain(&looked_for.conventional)
            .map(|candidate| format!("`{}`", self.workspace.shown(&candidate.path)))
            .collect();
        self.tree.problems.push(Problem {
            kind: ProblemKind::MissingModuleFile,
            location: Some(location),
            message: format!(
                "module `{}` has no file: looked for {}",
                declaration.name,
                places.join(" and ")
            ),
            help: Some("create the file, or take the `mod` out".to_owned()),
            conditional: under_cfg || declaration.in_macro,
        });
    }

    pub(super) fn includes(&mut self, job: &Job, instance: usize, facts: &FileFacts, file: FileId) {
        for include in &facts.includes {
            if self.tree.instances[instance].is_never(include.cfg) {
                continue;
            }
            let location = Location {
                file,
                span: include.span,
            };
            let path = include.file.as_ref().map(|file| match file {
                IncludedFile::Beside(path) => job.folders.own.join(path),
                IncludedFile::BehindManifest(path) => {
                    let folder = self.package_of(job.module).folder();
                    format!("{folder}{path}").into()
                }
            });
            let Some(path) = path.filter(|path| self.system.is_file(path)) else {
                self.unread_include(include.file.as_ref(), location);
                continue;
            };
            let outer = self.tree.instances[instance].outer.iter();
            self.jobs.push(Job {
                module: self.tree.instances[instance].scope_modules[include.scope as usize],
                folders: Folders::of_owner(&path),
                path,
                outer: outer
                    .chain(facts.conditions(include.cfg))
                    .cloned()
                    .collect(),
                parent: Some(instance),
                declared: Some(location),
                included_in: Some((instance, include.scope)),
            });
        }
    }

    fn unread_include(&mut self, file: Option<&IncludedFile>, location: Location) {
        let message = match file {
            Some(IncludedFile::Beside(path) | IncludedFile::BehindManifest(path)) => {
                format!("the included file `{path}` is not there")
            }
            None => "what this `include!` reads is known only during a build".to_owned(),
        };
        self.tree.problems.push(Problem {
            kind: ProblemKind::UnreadInclude,
            location: Some(location),
            message,
            help: None,
            conditional: true,
        });
    }
}
