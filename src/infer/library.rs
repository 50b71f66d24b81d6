//! Signatures of crates outside of the workspace, as far as types of the workspace pass through them.
//!
//! In: the texts in `library/`, one a crate: names and signatures only, bodies left empty. `std` holds what `core`
//! and `alloc` export as well. Out: a world like that of a workspace.
//! *Invariant:* the same on every machine: nothing is read from a registry.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind};
use std::sync::{Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::{Name, name};
use crate::modules::{Builder, Early, ModuleTree};
use crate::resolve::{self, World};
use crate::system::{ProcessOutput, System};
use crate::workspace::{
    Dependency, DependencyKinds, Edition, Package, Target, TargetKind, Workspace,
};

/// The crates, by name.
const CRATES: &[(&str, &str)] = &[
    (
        "activitypub_federation",
        include_str!("library/activitypub_federation.rs"),
    ),
    ("actix_web", include_str!("library/actix_web.rs")),
    ("anyhow", include_str!("library/anyhow.rs")),
    ("axum", include_str!("library/axum.rs")),
    ("bytes", include_str!("library/bytes.rs")),
    ("camino", include_str!("library/camino.rs")),
    ("chrono", include_str!("library/chrono.rs")),
    ("clap", include_str!("library/clap.rs")),
    ("diesel", include_str!("library/diesel.rs")),
    ("either", include_str!("library/either.rs")),
    ("futures", include_str!("library/futures.rs")),
    (
        "futures_channel",
        include_str!("library/futures_channel.rs"),
    ),
    ("futures_core", include_str!("library/futures_core.rs")),
    (
        "futures_executor",
        include_str!("library/futures_executor.rs"),
    ),
    ("futures_util", include_str!("library/futures_util.rs")),
    ("hashbrown", include_str!("library/hashbrown.rs")),
    ("http", include_str!("library/http.rs")),
    ("http_body", include_str!("library/http_body.rs")),
    ("http_body_util", include_str!("library/http_body_util.rs")),
    ("indexmap", include_str!("library/indexmap.rs")),
    ("itertools", include_str!("library/itertools.rs")),
    ("once_cell", include_str!("library/once_cell.rs")),
    ("parking_lot", include_str!("library/parking_lot.rs")),
    ("rayon", include_str!("library/rayon.rs")),
    ("rustc_hash", include_str!("library/rustc_hash.rs")),
    ("serde_json", include_str!("library/serde_json.rs")),
    ("smallvec", include_str!("library/smallvec.rs")),
    ("std", include_str!("library/std.rs")),
    ("tokio", include_str!("library/tokio.rs")),
    ("tokio_stream", include_str!("library/tokio_stream.rs")),
    ("url", include_str!("library/url.rs")),
];

/// The names of `std` and of those crates that a workspace depends on, resolved.
///
/// They are read once for each set of crates, and kept: a program looks at one workspace.
pub(super) fn world(workspace: &Workspace) -> &'static World<'static> {
    static KNOWN: Mutex<BTreeMap<Vec<&str>, &World<'static>>> = Mutex::new(BTreeMap::new());
    let crates = needed(workspace);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(world) = known.get(&crates) {
        return world;
    }
    let library: &Workspace = Box::leak(Box::new(library(&crates)));
    let (tree, _) = Builder::new(&Texts, None, library, Early::default()).finish();
    let tree: &ModuleTree = Box::leak(Box::new(tree));
    let world: &World<'_> = Box::leak(Box::new(resolve::world(library, tree)));
    known.insert(crates, world);
    world
}

/// The crates that a workspace depends on, and those that their signatures name; sorted.
fn needed(workspace: &Workspace) -> Vec<&'static str> {
    let dependencies = workspace.packages.iter().flat_map(|it| &it.dependencies);
    let mut wanted: BTreeSet<&str> = dependencies.map(|it| it.real_crate_name.as_str()).collect();
    wanted.insert("std");
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    loop {
        let is_new = |(it, _): &&(&'static str, &str)| wanted.contains(it) && !needed.contains(it);
        let Some((next, text)) = CRATES.iter().find(is_new) else {
            return needed.into_iter().collect();
        };
        needed.insert(next);
        let others = CRATES.iter().map(|(other, _)| *other);
        wanted.extend(others.filter(|other| text.contains(other)));
    }
}

fn library(crates: &[&'static str]) -> Workspace {
    let packages = crates.iter().map(|crate_name| {
        let crate_name = name(crate_name);
        Package {
            features: Vec::new(),
            name: crate_name,
            manifest_path: format!("/library/{crate_name}/Cargo.toml").into(),
            dependencies: dependencies(crates, crate_name),
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

/// Every crate may name every other one.
fn dependencies(crates: &[&str], of: Name) -> Vec<Dependency> {
    let others = crates.iter().map(|crate_name| name(crate_name));
    let others = others.filter(|other| *other != of && *other != "std");
    let dependency = |crate_name| Dependency {
        crate_name,
        package: crate_name,
        real_crate_name: crate_name,
        member: true,
        kinds: DependencyKinds {
            normal: true,
            dev: false,
            build: false,
        },
        optional: false,
        target: false,
        path: None,
    };
    others.map(dependency).collect()
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

    fn files_in(&self, _: &Utf8Path) -> std::io::Result<Vec<String>> {
        nothing()
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
