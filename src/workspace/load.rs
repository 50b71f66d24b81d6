//! Asks cargo, and turns its answer into a [`Workspace`].

use std::sync::{Mutex, PoisonError};

use cargo_metadata::{self as metadata, MetadataCommand};
use globset::{Glob, GlobMatcher};

use super::crates::{CrateNames, target_kind};
use super::inputs::{inputs, inputs_known_before};
use super::model::{Dependency, DependencyKinds, Edition, Package, Target, Workspace};
use super::options::LoadOptions;
use super::{LoadError, phrase};
use crate::base::{Name, name};
use crate::system::{Probe, ProcessOutput, System};

/// Loads the workspace that `options` name. Reads manifests only: nothing is resolved, downloaded or compiled.
///
/// # Errors
/// No manifest, no cargo, or a manifest that cargo does not accept; a filter that matches no member.
pub(crate) fn load(system: &dyn System, options: &LoadOptions) -> Result<Workspace, LoadError> {
    check_manifest(system, options)?;
    let metadata = ask_cargo(system, options)?;
    let members = sorted_members(&metadata);
    let names = CrateNames::new(system, &metadata.workspace_root, &members);
    let mut packages: Vec<Package> = members
        .iter()
        .map(|member| package(member, &names))
        .collect();
    select(&mut packages, options)?;
    Ok(Workspace {
        root: metadata.workspace_root,
        packages,
        has_rules_in_manifest: metadata.workspace_metadata.get("bulkhead").is_some(),
    })
}

fn check_manifest(system: &dyn System, options: &LoadOptions) -> Result<(), LoadError> {
    let Some(path) = &options.manifest_path else {
        let mut folders = options.current_dir.ancestors();
        if folders.any(|folder| system.is_file(&folder.join("Cargo.toml"))) {
            return Ok(());
        }
        let folder = options.current_dir.clone();
        return Err(LoadError::NoManifest { folder });
    };
    let absolute = options.current_dir.join(path);
    if system.is_file(&absolute) && path.file_name() == Some("Cargo.toml") {
        return Ok(());
    }
    let path = path.clone();
    if system.canonicalize(&absolute).is_ok() {
        return Err(LoadError::NotAManifest { path });
    }
    Err(LoadError::ManifestMissing { path })
}

fn ask_cargo(system: &dyn System, options: &LoadOptions) -> Result<metadata::Metadata, LoadError> {
    let mut arguments: Vec<String> = ["metadata", "--no-deps", "--format-version", "1"]
        .map(str::to_owned)
        .into();
    if let Some(path) = &options.manifest_path {
        arguments.extend(["--manifest-path".to_owned(), path.to_string()]);
    }
    arguments.extend(options.flags.iter().cloned());
    // What cargo says is long: it is parsed once, be it here or for the sake of what it depends on.
    let parsed: Mutex<Option<metadata::Metadata>> = Mutex::default();
    let inputs = |probe: &dyn Probe, output: Option<&ProcessOutput>| {
        let Some(output) = output else {
            return inputs_known_before(probe, options);
        };
        let metadata = parse(output).ok();
        let is_all = metadata
            .as_ref()
            .is_some_and(|metadata| inputs(probe, options, metadata));
        *parsed.lock().unwrap_or_else(PoisonError::into_inner) = metadata;
        is_all
    };
    let output = system
        .run_reading(&options.cargo, &arguments, &options.current_dir, &inputs)
        .map_err(|error| LoadError::CargoMissing {
            cargo: options.cargo.clone(),
            reason: phrase(&error),
        })?;
    if !output.success {
        let stderr = String::from_utf8_lossy(&output.stderr)
            .trim_end()
            .to_owned();
        return Err(LoadError::CargoFailed { stderr });
    }
    let parsed = parsed.into_inner().unwrap_or_else(PoisonError::into_inner);
    parsed.map_or_else(|| parse(&output), Ok)
}

fn parse(output: &ProcessOutput) -> Result<metadata::Metadata, LoadError> {
    let stdout = String::from_utf8_lossy(&output.stdout);
    MetadataCommand::parse(&stdout).map_err(|error| LoadError::Unreadable {
        reason: error.to_string(),
    })
}

fn sorted_members(metadata: &metadata::Metadata) -> Vec<&metadata::Package> {
    let mut members = metadata.workspace_packages();
    members.sort_by(|a, b| (a.name.as_str(), &a.id).cmp(&(b.name.as_str(), &b.id)));
    members
}

fn package(member: &metadata::Package, names: &CrateNames) -> Package {
    let mut targets: Vec<Target> = member
        .targets
        .iter()
        .map(|target| self::target(member, target, names))
        .collect();
    targets.sort_by(|a, b| (a.kind, a.name.as_str()).cmp(&(b.kind, b.name.as_str())));
    let mut features: Vec<Name> = member.features.keys().map(|it| name(it)).collect();
    features.sort();
    Package {
        name: name(&member.name),
        manifest_path: member.manifest_path.clone(),
        dependencies: dependencies(member, names),
        targets,
        features,
        selected: true,
    }
}

fn target(package: &metadata::Package, target: &metadata::Target, names: &CrateNames) -> Target {
    let kind = target_kind(target);
    Target {
        kind,
        name: name(&target.name),
        crate_path: names.of_target(package, target, kind),
        crate_name: name(&target.name.replace('-', "_")),
        src_path: target.src_path.clone(),
        edition: edition(target.edition),
    }
}

const fn edition(edition: metadata::Edition) -> Edition {
    match edition {
        metadata::Edition::E2015 => Edition::E2015,
        metadata::Edition::E2018 => Edition::E2018,
        metadata::Edition::E2021 => Edition::E2021,
        _ => Edition::E2024,
    }
}

/// One entry a name in code and package: a dependency may be declared once a table and platform.
fn dependencies(member: &metadata::Package, names: &CrateNames) -> Vec<Dependency> {
    let mut merged: Vec<Dependency> = Vec::new();
    for declared in &member.dependencies {
        let next = dependency(declared, names);
        let same = |known: &&mut Dependency| {
            (known.crate_name, known.package, known.real_crate_name)
                == (next.crate_name, next.package, next.real_crate_name)
        };
        match merged.iter_mut().find(same) {
            Some(known) => merge(known, &next),
            None => merged.push(next),
        }
    }
    let key = |it: &Dependency| -> [Name; 3] { [it.crate_name, it.package, it.real_crate_name] };
    merged.sort_by(|a, b| {
        let texts = |it| key(it).map(|text| text.as_str());
        texts(a).cmp(&texts(b))
    });
    merged
}

fn dependency(declared: &metadata::Dependency, names: &CrateNames) -> Dependency {
    let found = names.of_dependency(declared);
    let crate_name = match &declared.rename {
        Some(rename) => name(&rename.replace('-', "_")),
        None => found.library,
    };
    Dependency {
        crate_name,
        package: name(&declared.name),
        real_crate_name: found.crate_path,
        member: found.member,
        kinds: DependencyKinds {
            normal: declared.kind == metadata::DependencyKind::Normal,
            dev: declared.kind == metadata::DependencyKind::Development,
            build: declared.kind == metadata::DependencyKind::Build,
        },
        optional: declared.optional,
        target: declared.target.is_some(),
        path: declared.path.clone(),
    }
}

fn merge(known: &mut Dependency, next: &Dependency) {
    known.kinds.normal |= next.kinds.normal;
    known.kinds.dev |= next.kinds.dev;
    known.kinds.build |= next.kinds.build;
    known.optional &= next.optional;
    known.target &= next.target;
    if known.path.is_none() {
        known.path.clone_from(&next.path);
    }
}

fn select(packages: &mut [Package], options: &LoadOptions) -> Result<(), LoadError> {
    let only = matchers(&options.packages, packages)?;
    let without = matchers(&options.exclude, packages)?;
    for package in packages.iter_mut() {
        let hit = |matcher: &GlobMatcher| matcher.is_match(package.name.as_str());
        package.selected = (only.is_empty() || only.iter().any(hit)) && !without.iter().any(hit);
    }
    if !packages.is_empty() && !packages.iter().any(|package| package.selected) {
        return Err(LoadError::NothingSelected);
    }
    Ok(())
}

fn matchers(patterns: &[String], packages: &[Package]) -> Result<Vec<GlobMatcher>, LoadError> {
    let compile = |pattern: &String| {
        let glob = Glob::new(pattern).map_err(|error| LoadError::BadPattern {
            pattern: pattern.clone(),
            reason: error.kind().to_string(),
        })?;
        let matcher = glob.compile_matcher();
        if packages.iter().any(|it| matcher.is_match(it.name.as_str())) {
            return Ok(matcher);
        }
        Err(LoadError::UnknownPackage {
            pattern: pattern.clone(),
            near: near(pattern, packages),
        })
    };
    patterns.iter().map(compile).collect()
}

fn near(pattern: &str, packages: &[Package]) -> Option<String> {
    packages
        .iter()
        .map(|package| {
            (
                strsim::damerau_levenshtein(pattern, &package.name),
                package.name,
            )
        })
        .filter(|(distance, _)| *distance <= pattern.len().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, found)| found.to_string())
}
