//! Signatures of crates outside of the workspace, as far as types of the workspace pass through them.
//!
//! In: the texts in `library/`, one a crate: names and signatures only, bodies left empty. `std` holds what `core`
//! and `alloc` export as well. Out: a world like that of a workspace.
//! *Invariant:* the same on every machine: nothing is read from a registry.

use std::io::{Error, ErrorKind};
use std::sync::OnceLock;

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::name;
use crate::modules::{Builder, ModuleTree};
use crate::resolve::{self, World};
use crate::system::{ProcessOutput, System};
use crate::workspace::{Edition, Package, Target, TargetKind, Workspace};

/// The crates, by name.
const CRATES: &[(&str, &str)] = &[("std", include_str!("library/std.rs"))];

/// The names of all of them, resolved.
pub(super) fn world() -> &'static World<'static> {
    static TREE: OnceLock<(Workspace, ModuleTree)> = OnceLock::new();
    static WORLD: OnceLock<World<'static>> = OnceLock::new();
    WORLD.get_or_init(|| {
        let (workspace, tree) = TREE.get_or_init(|| {
            let workspace = workspace();
            let (tree, _) = Builder::new(&Texts, &workspace).finish();
            (workspace, tree)
        });
        resolve::world(workspace, tree)
    })
}

fn workspace() -> Workspace {
    let packages = CRATES.iter().map(|(crate_name, _)| {
        let crate_name = name(crate_name);
        Package {
            features: Vec::new(),
            name: crate_name,
            manifest_path: format!("/library/{crate_name}/Cargo.toml").into(),
            dependencies: Vec::new(),
            targets: vec![Target {
                kind: TargetKind::Lib,
                name: crate_name,
                crate_path: crate_name,
                crate_name,
                src_path: format!("/library/{crate_name}.rs").into(),
                edition: Edition::E2024,
            }],
            selected: true,
        }
    });
    Workspace {
        root: "/library".into(),
        packages: packages.collect(),
        has_rules_in_manifest: false,
    }
}

/// The texts as a file system.
struct Texts;

fn text(path: &Utf8Path) -> Option<&'static str> {
    let stem = path.file_stem()?;
    let found = CRATES.iter().find(|(crate_name, _)| *crate_name == stem);
    found.map(|(_, text)| *text)
}

fn nothing<T>() -> std::io::Result<T> {
    Err(Error::from(ErrorKind::NotFound))
}

impl System for Texts {
    fn read(&self, path: &Utf8Path) -> std::io::Result<Vec<u8>> {
        text(path).map_or_else(nothing, |text| Ok(text.into()))
    }

    fn write_new(&self, _: &Utf8Path, _: &[u8]) -> std::io::Result<()> {
        nothing()
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        text(path).is_some()
    }

    fn canonicalize(&self, path: &Utf8Path) -> std::io::Result<Utf8PathBuf> {
        Ok(path.to_owned())
    }

    fn run(&self, _: &str, _: &[String], _: &Utf8Path) -> std::io::Result<ProcessOutput> {
        nothing()
    }

    fn variable(&self, _: &str) -> Option<String> {
        None
    }

    fn current_dir(&self) -> std::io::Result<Utf8PathBuf> {
        nothing()
    }

    fn today(&self) -> String {
        String::new()
    }
}
