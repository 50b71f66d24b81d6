//! What the answer of `cargo metadata --no-deps` depends on, beside its arguments.
//!
//! In: the answer, and a system to ask. Out: whether the questions that were asked of the system are all that cargo may
//! have asked.
//! *Invariant:* asks for more rather than for less: a question too many costs a call of cargo where its answer has
//! changed, one too few gives an answer of yesterday.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata as metadata;
use rayon::prelude::*;
use toml::{Table, Value};

use super::options::LoadOptions;
use super::read_text;
use crate::system::{Probe, System};

/// The beginnings of all variables that change what cargo answers, or which cargo does.
pub(crate) const VARIABLES: [&str; 6] =
    ["CARGO", "__CARGO", "RUST", "__RUST", "HOME", "USERPROFILE"];

/// The folders of a package in which cargo finds targets.
const TARGET_FOLDERS: [&str; 4] = ["src/bin", "examples", "tests", "benches"];

/// Where targets are that nobody has declared.
const TARGET_FILES: [&str; 4] = ["build.rs", "src/lib.rs", "src/main.rs", "src/bench.rs"];

/// Asks for what cargo reads wherever it is started; `false` where that cannot be told.
pub(super) fn inputs_known_before(system: &dyn Probe, options: &LoadOptions) -> bool {
    system.environment(&VARIABLES);
    let folders = start_folders(options);
    for folder in folders.iter().flat_map(|folder| folder.ancestors()) {
        if ask_file(system, &folder.join("Cargo.toml")).is_some() {
            ask_places(system, folder);
        }
    }
    ask_program(system, options) && ask_configuration(system, &options.current_dir)
}

/// Asks for all that cargo reads; `false` where that cannot be told.
pub(super) fn inputs(system: &dyn Probe, options: &LoadOptions, said: &metadata::Metadata) -> bool {
    system.environment(&VARIABLES);
    ask_manifests(system, options, said);
    let is_known = ask_program(system, options)
        && ask_configuration(system, &options.current_dir)
        && ask_members(system, &said.workspace_root);
    if !options.flags.is_empty() {
        ask_file(system, &said.workspace_root.join("Cargo.lock"));
    }
    said.packages
        .par_iter()
        .for_each(|package| ask_targets(system, package));
    is_known
}

/// The folders from which cargo looks for a manifest.
fn start_folders(options: &LoadOptions) -> Vec<Utf8PathBuf> {
    let named = options.manifest_path.as_ref();
    let named = named.map(|path| options.current_dir.join(path));
    let named = named.as_deref().and_then(Utf8Path::parent);
    let named = named.map(Utf8Path::to_owned);
    named
        .into_iter()
        .chain([options.current_dir.clone()])
        .collect()
}

/// A file that may be there. What it holds is asked for as well.
fn ask_file(system: &dyn Probe, path: &Utf8Path) -> Option<String> {
    if system.is_file(path) {
        read_text(system, path).ok()
    } else {
        None
    }
}

/// The manifests of all members and of what they depend on by a path, and all those above them, where cargo looks for
/// the workspace that each belongs to.
fn ask_manifests(system: &dyn Probe, options: &LoadOptions, said: &metadata::Metadata) {
    let of_packages = said.packages.iter().flat_map(|package| {
        let dependencies = package.dependencies.iter();
        let paths = dependencies.filter_map(|dependency| dependency.path.as_deref());
        paths.chain(package.manifest_path.parent())
    });
    let start = start_folders(options);
    let folders: BTreeSet<&Utf8Path> = of_packages
        .chain([said.workspace_root.as_path()])
        .chain(start.iter().map(Utf8PathBuf::as_path))
        .flat_map(Utf8Path::ancestors)
        .collect();
    folders.into_par_iter().for_each(|folder| {
        ask_file(system, &folder.join("Cargo.toml"));
    });
}

/// Which cargo it is. Rustup's stands for another one.
fn ask_program(system: &dyn Probe, options: &LoadOptions) -> bool {
    let Some(program) = system.program(&options.cargo) else {
        return false;
    };
    let beside = |name| system.is_file(&program.with_file_name(name));
    if !beside("rustup") && !beside("rustup.exe") {
        return true;
    }
    for folder in options.current_dir.ancestors() {
        for name in ["rust-toolchain", "rust-toolchain.toml"] {
            let text = ask_file(system, &folder.join(name)).unwrap_or_default();
            let chosen: Table = text.parse().unwrap_or_default();
            let toolchain = chosen.get("toolchain").and_then(Value::as_table);
            if toolchain.is_some_and(|it| it.contains_key("path")) {
                return false;
            }
        }
    }
    ask_file(system, Utf8Path::new("/etc/rustup/settings.toml"));
    let Some(home) = home_of(system, "RUSTUP_HOME", ".rustup", &options.current_dir) else {
        return false;
    };
    ask_file(system, &home.join("settings.toml"));
    let toolchains = folders_in(system, &home.join("toolchains"));
    toolchains.iter().all(|toolchain| {
        let bin = toolchain.join("bin");
        ["cargo", "cargo.exe"].into_iter().all(|name| {
            let cargo = bin.join(name);
            // A script that is there may do anything.
            system.program(cargo.as_str()).is_some() || !system.is_file(&cargo)
        })
    })
}

/// A folder that a variable names; without it, one in the home of the user.
pub(super) fn home_of(
    system: &dyn System,
    variable: &str,
    name: &str,
    current_dir: &Utf8Path,
) -> Option<Utf8PathBuf> {
    let value = |name: &str| system.variable(name).filter(|it| !it.is_empty());
    if let Some(named) = value(variable) {
        return Some(current_dir.join(named));
    }
    let home = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
    Some(Utf8PathBuf::from(value(home)?).join(name))
}

/// The files that cargo takes its configuration from, the nearest first; `None` where the user has no home.
pub(super) fn configuration(
    system: &dyn System,
    current_dir: &Utf8Path,
) -> Option<Vec<Utf8PathBuf>> {
    let home = home_of(system, "CARGO_HOME", ".cargo", current_dir)?;
    let folders = current_dir.ancestors().map(|folder| folder.join(".cargo"));
    // Where both are there, cargo takes the one without an ending.
    let files = folders
        .chain([home])
        .flat_map(|folder| ["config", "config.toml"].map(|name| folder.join(name)));
    Some(files.collect())
}

/// The configuration, and what it includes.
fn ask_configuration(system: &dyn Probe, current_dir: &Utf8Path) -> bool {
    let Some(mut files) = configuration(system, current_dir) else {
        return false;
    };
    let mut asked = BTreeSet::new();
    while let Some(file) = files.pop() {
        if !asked.insert(file.clone()) {
            continue;
        }
        let text = ask_file(system, &file).unwrap_or_default();
        let configuration: Table = text.parse().unwrap_or_default();
        let included = match configuration.get("include") {
            None => Some(Vec::new()),
            Some(include) => included(include),
        };
        let Some(included) = included else {
            return false;
        };
        let folder = file.parent().unwrap_or(&file);
        files.extend(included.into_iter().map(|path| folder.join(path)));
    }
    true
}

/// The files that a configuration includes: one, or several, each by its path or in a table.
fn included(include: &Value) -> Option<Vec<&str>> {
    fn path(value: &Value) -> Option<&str> {
        value.as_str().or_else(|| value.get("path")?.as_str())
    }
    match include {
        Value::Array(all) => all.iter().map(path).collect(),
        one => Some(vec![path(one)?]),
    }
}

/// What the patterns of the workspace may match.
fn ask_members(system: &dyn Probe, root: &Utf8Path) -> bool {
    let text = read_text(system, &root.join("Cargo.toml")).unwrap_or_default();
    let manifest: Table = text.parse().unwrap_or_default();
    let workspace = manifest.get("workspace").and_then(Value::as_table);
    let lists = ["members", "default-members"];
    let lists = lists
        .iter()
        .filter_map(|key| workspace?.get(*key)?.as_array());
    lists.flatten().filter_map(Value::as_str).all(|pattern| {
        !is_pattern(pattern) || (!is_pattern(root.as_str()) && ask_pattern(system, root, pattern))
    })
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// Lists each folder in which a part of the pattern is looked for, and looks for a manifest in all that it could match.
fn ask_pattern(system: &dyn Probe, root: &Utf8Path, pattern: &str) -> bool {
    if pattern.contains("**") || pattern.contains('\\') || pattern.starts_with('/') {
        return false;
    }
    let mut folders = vec![root.to_owned()];
    for part in pattern.split('/') {
        folders = folders
            .iter()
            .flat_map(|folder| {
                if is_pattern(part) {
                    folders_in(system, folder)
                } else {
                    vec![folder.join(part)]
                }
            })
            .collect();
    }
    for folder in folders {
        system.is_file(&folder.join("Cargo.toml"));
    }
    true
}

fn folders_in(system: &dyn Probe, folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let names = system.names_in(folder).unwrap_or_default();
    let names = names.iter().filter_map(|name| name.strip_suffix('/'));
    names.map(|name| folder.join(name)).collect()
}

/// Where cargo finds targets that nobody has declared.
fn ask_places(system: &dyn Probe, folder: &Utf8Path) {
    for file in TARGET_FILES {
        system.is_file(&folder.join(file));
    }
    for targets in TARGET_FOLDERS.map(|targets| folder.join(targets)) {
        for target in folders_in(system, &targets) {
            system.is_file(&target.join("main.rs"));
        }
    }
}

/// Where cargo finds the targets of a package.
fn ask_targets(system: &dyn Probe, package: &metadata::Package) {
    let folder = package.manifest_path.parent();
    let folder = folder.unwrap_or(&package.manifest_path);
    ask_places(system, folder);
    for target in &package.targets {
        system.is_file(&target.src_path);
        // Before 2018, a target could stand beside the others.
        system.is_file(&folder.join(format!("src/{}.rs", target.name)));
    }
}
