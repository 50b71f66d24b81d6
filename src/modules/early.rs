//! Files that are read before cargo has said which are needed: while it is asked, the other cores have nothing to do.
//!
//! In: what is asked of cargo. Out: [`Early`]: the facts of the files where packages have theirs by convention.
//! *Invariant:* a guess, and no more: what is not used costs time and nothing else, and what is used has been read again by
//! whoever uses it, and is the same.

use camino::{Utf8Path, Utf8PathBuf};
use globset::Glob;
use rayon::prelude::*;
use toml::{Table, Value};

use crate::base::Map;
use crate::facts::{self, FileFacts, Memory};
use crate::system::System;
use crate::workspace::{LoadOptions, root_folder};

/// Where packages have their code by convention (<https://doc.rust-lang.org/cargo/guide/project-layout.html>).
const FOLDERS: [&str; 4] = ["src", "tests", "examples", "benches"];

/// What was read early.
#[derive(Default)]
pub(crate) struct Early {
    files: Map<Utf8PathBuf, EarlyFile>,
}

/// A file that was read early.
pub(super) struct EarlyFile {
    /// What it was.
    pub text: String,
    /// What that says.
    pub facts: FileFacts,
}

impl Early {
    /// Reads the packages of the workspace, as far as its manifest tells them.
    pub(crate) fn read(
        system: &dyn System,
        memory: Option<&dyn Memory>,
        options: &LoadOptions,
    ) -> Self {
        let root = root_folder(system, options);
        let Some(root) = root.and_then(|root| system.canonicalize(&root).ok()) else {
            return Self::default();
        };
        let mut files = Vec::new();
        for package in packages(system, &root) {
            files.push(package.join("build.rs"));
            for folder in FOLDERS {
                rust_files(system, &package.join(folder), &mut files);
            }
        }
        let files = files
            .into_par_iter()
            .with_max_len(1) // one file may be as long as a hundred others
            .filter_map(|path| {
                let text = text_of(system, &path)?;
                let facts = facts::of_text(&text, memory);
                Some((path, EarlyFile { text, facts }))
            });
        Self {
            files: files.collect::<Vec<_>>().into_iter().collect(),
        }
    }

    /// What was read of a file.
    pub(super) fn take(&mut self, path: &Utf8Path) -> Option<EarlyFile> {
        self.files.remove(path)
    }
}

/// The text of a file, without a byte order mark.
fn text_of(system: &dyn System, path: &Utf8Path) -> Option<String> {
    let text = String::from_utf8(system.read_ahead(path).ok()?).ok()?;
    match text.strip_prefix('\u{feff}') {
        Some(behind) => Some(behind.to_owned()),
        None => Some(text),
    }
}

/// The folders of the packages of a workspace.
fn packages(system: &dyn System, root: &Utf8Path) -> Vec<Utf8PathBuf> {
    let text = text_of(system, &root.join("Cargo.toml")).unwrap_or_default();
    let table: Table = text.parse().unwrap_or_default();
    let mut packages = Vec::new();
    if table.contains_key("package") {
        packages.push(root.to_owned());
    }
    let members = table.get("workspace").and_then(|it| it.get("members"));
    for member in members.and_then(Value::as_array).into_iter().flatten() {
        let mut folders = vec![root.to_owned()];
        for part in member.as_str().unwrap_or_default().split('/') {
            folders = folders
                .iter()
                .flat_map(|folder| below(system, folder, part))
                .collect();
        }
        packages.extend(folders);
    }
    packages.sort();
    packages.dedup();
    packages
}

/// What a part of a pattern means below a folder.
fn below(system: &dyn System, folder: &Utf8Path, part: &str) -> Vec<Utf8PathBuf> {
    if !part.contains(['*', '?', '[']) {
        return vec![folder.join(part)];
    }
    let Ok(pattern) = Glob::new(part) else {
        return Vec::new();
    };
    let pattern = pattern.compile_matcher();
    let names = system.names_ahead(folder);
    let folders = names.iter().filter_map(|name| name.strip_suffix('/'));
    folders
        .filter(|name| pattern.is_match(name))
        .map(|name| folder.join(name))
        .collect()
}

/// The Rust files below a folder; packages in it, which tests have for themselves, are left out.
fn rust_files(system: &dyn System, folder: &Utf8Path, files: &mut Vec<Utf8PathBuf>) {
    let names = system.names_ahead(folder);
    if names.iter().any(|name| name == "Cargo.toml") {
        return;
    }
    for name in &names {
        let path = folder.join(name);
        if name.ends_with('/') {
            rust_files(system, &path, files);
        } else if path.extension() == Some("rs") {
            files.push(path);
        }
    }
}
