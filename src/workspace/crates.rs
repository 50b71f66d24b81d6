//! Which name each crate has: in code, and in absolute paths.
//!
//! The name of a library is in its manifest, and those of the registry are not read: what they hold depends on
//! what a machine has downloaded, and the same input must give the same bytes. So the name of an external
//! library is its package's, with `_` for `-`, but for a few well-known packages ([`LIBRARIES`]), whose paths
//! would otherwise not resolve at all.

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata as metadata;
use cargo_metadata::semver::Version;

use super::model::TargetKind;
use super::patch::Patches;
use crate::base::{Map, Name, Set, name};
use crate::system::System;

/// Packages of crates.io whose library has another name, as of 2026.
const LIBRARIES: [(&str, &str); 9] = [
    ("md-5", "md5"),
    ("new_debug_unreachable", "debug_unreachable"),
    ("rust-argon2", "argon2"),
    ("rust-crypto", "crypto"),
    ("rust-ini", "ini"),
    ("rust-s3", "s3"),
    ("sha-1", "sha1"),
    ("tiny-bip39", "bip39"),
    ("xml-rs", "xml"),
];

/// The names of the libraries that a workspace knows.
pub(super) struct CrateNames {
    by_folder: Map<Utf8PathBuf, Member>,
    by_package: Map<Name, (Utf8PathBuf, Version)>,
    crate_paths: Set<Name>,
    patches: Patches,
}

#[derive(Clone, Copy)]
struct Member {
    library: Name,
    crate_path: Name,
}

/// What a dependency leads to.
pub(super) struct Found {
    /// The name of the library.
    pub(super) library: Name,
    /// Its name in absolute paths.
    pub(super) crate_path: Name,
    /// Whether it is a member.
    pub(super) member: bool,
}

impl CrateNames {
    /// Names the libraries of `members`, which are sorted by name. Where two have the same name, the first keeps
    /// it, and the others go by their package: a selector can name each.
    pub(super) fn new(
        system: &dyn System,
        root: &Utf8Path,
        members: &[&metadata::Package],
    ) -> Self {
        let mut names = Self {
            by_folder: Map::default(),
            by_package: Map::default(),
            // No package may take the name of another's library.
            crate_paths: members.iter().map(|member| library_of(member)).collect(),
            patches: Patches::read(system, root),
        };
        let mut taken = Set::default();
        for member in members {
            let library = library_of(member);
            let crate_path = if taken.insert(library) {
                library
            } else {
                names.free_path(&member.name)
            };
            names.add(
                member,
                Member {
                    library,
                    crate_path,
                },
            );
        }
        names
    }

    fn add(&mut self, package: &metadata::Package, member: Member) {
        let folder = folder(&package.manifest_path);
        let version = package.version.clone();
        self.by_package
            .insert(name(&package.name), (folder.clone(), version));
        self.by_folder.insert(folder, member);
    }

    /// The name of a package, with as many `_` behind it as make it unique.
    fn free_path(&mut self, package: &str) -> Name {
        let mut path = underscored(package);
        while !self.crate_paths.insert(path) {
            path = name(&format!("{path}_"));
        }
        path
    }

    /// The crate path of one target of a member.
    pub(super) fn of_target(
        &self,
        package: &metadata::Package,
        target: &metadata::Target,
        kind: TargetKind,
    ) -> Name {
        let word = match kind {
            TargetKind::Lib | TargetKind::ProcMacro => {
                return self.by_folder[&folder(&package.manifest_path)].crate_path;
            }
            TargetKind::BuildScript => return name(&format!("build:{}", package.name)),
            TargetKind::Bin => "bin",
            TargetKind::Example => "example",
            TargetKind::Test => "test",
            TargetKind::Bench => "bench",
        };
        name(&format!("{word}:{}/{}", package.name, target.name))
    }

    /// What a declared dependency leads to.
    pub(super) fn of_dependency(&self, declared: &metadata::Dependency) -> Found {
        if let Some(member) = self.member(declared) {
            return Found {
                library: member.library,
                crate_path: member.crate_path,
                member: true,
            };
        }
        let library = external_library(&declared.name);
        let crate_path = if self.crate_paths.contains(&library) {
            name(&format!("{library}_external"))
        } else {
            library
        };
        Found {
            library,
            crate_path,
            member: false,
        }
    }

    /// The member behind a path dependency, or behind a version that `[patch]` leads to a member.
    fn member(&self, declared: &metadata::Dependency) -> Option<Member> {
        let folder = match &declared.path {
            Some(path) => path,
            None if self.patches.cover(declared) => {
                let (folder, version) = self.by_package.get(&name(&declared.name))?;
                // A patch whose version does not fit is not used; cargo warns about it.
                declared.req.matches(version).then_some(folder)?
            }
            None => return None,
        };
        self.by_folder.get(folder).copied()
    }
}

const fn is_library(kind: TargetKind) -> bool {
    matches!(kind, TargetKind::Lib | TargetKind::ProcMacro)
}

fn folder(manifest: &Utf8Path) -> Utf8PathBuf {
    manifest.parent().unwrap_or(manifest).to_owned()
}

/// The name of a package's library; of the package where it has none.
fn library_of(package: &metadata::Package) -> Name {
    let mut targets = package.targets.iter();
    let library = targets.find(|target| is_library(target_kind(target)));
    underscored(library.map_or(&*package.name, |target| &target.name))
}

fn external_library(package: &str) -> Name {
    let known = LIBRARIES.iter().find(|(known, _)| *known == package);
    known.map_or_else(|| underscored(package), |(_, library)| name(library))
}

fn underscored(text: &str) -> Name {
    name(&text.replace('-', "_"))
}

/// A library may have several crate types at once, and a kind that is not known yet can only be one of those.
pub(super) fn target_kind(target: &metadata::Target) -> TargetKind {
    target
        .kind
        .iter()
        .find_map(|kind| match kind {
            metadata::TargetKind::ProcMacro => Some(TargetKind::ProcMacro),
            metadata::TargetKind::Bin => Some(TargetKind::Bin),
            metadata::TargetKind::Example => Some(TargetKind::Example),
            metadata::TargetKind::Test => Some(TargetKind::Test),
            metadata::TargetKind::Bench => Some(TargetKind::Bench),
            metadata::TargetKind::CustomBuild => Some(TargetKind::BuildScript),
            _ => None,
        })
        .unwrap_or(TargetKind::Lib)
}
