//! What a workspace is made of.

use camino::{Utf8Path, Utf8PathBuf};

use super::shown_path;
use crate::base::{KnownCfg, Name};

/// The members of a cargo workspace.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The folder of the root manifest, absolute.
    pub root: Utf8PathBuf,
    /// Every member, by name. Those that a filter leaves out are here too: paths lead through them.
    pub packages: Vec<Package>,
    /// Whether the root manifest has a `[workspace.metadata.bulkhead]`.
    pub has_rules_in_manifest: bool,
}

impl Workspace {
    /// The path as shown to people: relative to the root, with `/`.
    #[must_use]
    pub(crate) fn shown(&self, path: &Utf8Path) -> String {
        shown_path(&self.root, path)
    }

    /// The members that were asked for.
    pub(crate) fn selected(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.selected)
    }
}

/// One member of the workspace.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// Its name, as in its manifest.
    pub name: Name,
    /// Its manifest, absolute.
    pub manifest_path: Utf8PathBuf,
    /// What it depends on, by the name in code; each name and package once.
    pub dependencies: Vec<Dependency>,
    /// What cargo builds from it: the library first, then by kind and name.
    pub targets: Vec<Target>,
    /// Every feature that its manifest declares, those of optional dependencies included, sorted.
    pub features: Vec<Name>,
    /// Whether the filters of the run let it pass.
    pub selected: bool,
}

impl Package {
    /// The library or procedural macro, which the other targets use by its crate name.
    #[must_use]
    pub(crate) fn library(&self) -> Option<&Target> {
        let is_library = |kind| matches!(kind, TargetKind::Lib | TargetKind::ProcMacro);
        self.targets.iter().find(|target| is_library(target.kind))
    }

    /// What is known of the builds of one of its targets (<https://doc.rust-lang.org/cargo/reference/cargo-targets.html>).
    ///
    /// A build script may print any `cfg`, features among them: where there is one, they are not known.
    #[must_use]
    pub(crate) fn known_cfg(&self, target: usize) -> KnownCfg {
        let is_build_script = |target: &Target| target.kind == TargetKind::BuildScript;
        let has_build_script = self.targets.iter().any(is_build_script);
        KnownCfg {
            test: match self.targets[target].kind {
                TargetKind::Test | TargetKind::Bench => Some(true),
                TargetKind::BuildScript => Some(false),
                // An example is a test too where it is asked for.
                TargetKind::Lib | TargetKind::ProcMacro | TargetKind::Bin | TargetKind::Example => {
                    None
                }
            },
            features: (!has_build_script).then(|| self.features.clone()),
        }
    }

    /// The folder of the manifest.
    #[must_use]
    pub(crate) fn folder(&self) -> &Utf8Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }
}

/// What a package depends on under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dependency {
    /// The name that code uses.
    pub crate_name: Name,
    /// The name of the package.
    pub package: Name,
    /// The crate's name in absolute paths: for a member its [`Target::crate_path`]; otherwise the name of the
    /// library, and `NAME_external` where a member has that name already.
    pub real_crate_name: Name,
    /// Whether it is a member of this workspace.
    pub member: bool,
    /// For which targets it is there.
    pub kinds: DependencyKinds,
    /// Whether every declaration of it is optional.
    pub optional: bool,
    /// Whether every declaration of it is for some platforms only.
    pub target: bool,
    /// Where it lies, for a path dependency.
    pub path: Option<Utf8PathBuf>,
}

/// The tables that declare a dependency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DependencyKinds {
    /// `[dependencies]`: every target but the build script.
    pub normal: bool,
    /// `[dev-dependencies]`: tests, benches, examples, and code under `cfg(test)`.
    pub dev: bool,
    /// `[build-dependencies]`: the build script.
    pub build: bool,
}

/// What cargo builds from a package: a crate.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// What kind of crate.
    pub kind: TargetKind,
    /// Its name in the manifest, or the one inferred from its file.
    pub name: Name,
    /// The crate's name in absolute paths: a library is its crate name alone, others `bin:PACKAGE/NAME`,
    /// `test:…`, `bench:…`, `example:…`, `build:PACKAGE`. Unique in the workspace.
    pub crate_path: Name,
    /// The name that code uses for the crate: the library's name, without what makes [`Target::crate_path`] unique.
    pub crate_name: Name,
    /// Its root file, absolute.
    pub src_path: Utf8PathBuf,
    /// Its edition.
    pub edition: Edition,
}

/// What kind of crate a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TargetKind {
    /// A library of any crate type.
    Lib,
    /// A procedural macro.
    ProcMacro,
    /// A program.
    Bin,
    /// An example.
    Example,
    /// An integration test.
    Test,
    /// A benchmark.
    Bench,
    /// A build script.
    BuildScript,
}

impl TargetKind {
    /// Whether its code is test code: dev-dependencies are there, and rules leave it alone by default.
    #[must_use]
    pub(crate) const fn is_test(self) -> bool {
        matches!(self, Self::Example | Self::Test | Self::Bench)
    }
}

/// An edition of Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Edition {
    /// 2015.
    E2015,
    /// 2018.
    E2018,
    /// 2021.
    E2021,
    /// 2024, and any later one.
    E2024,
}
