//! Where cargo builds, told without cargo.
//!
//! In: what was asked for. Out: the folder that `cargo metadata` would name as its target directory.
//! *Invariant:* starts no program. What is kept there is found again by the same way only, so that a folder that cargo
//! itself would not take is no mistake that matters.

use camino::{Utf8Path, Utf8PathBuf};
use toml::{Table, Value};

use super::inputs::configuration;
use super::options::LoadOptions;
use super::read_text;
use crate::system::System;

/// The variables that name the folder, as cargo reads them.
const NAMED: [&str; 2] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"];

/// The target directory; `None` outside of a workspace.
#[must_use]
pub(crate) fn target_folder(system: &dyn System, options: &LoadOptions) -> Option<Utf8PathBuf> {
    let root = root_folder(system, options)?;
    let value = |name: &&str| system.variable(name).filter(|it| !it.is_empty());
    if let Some(named) = NAMED.iter().find_map(value) {
        return Some(options.current_dir.join(named));
    }
    let files = configuration(system, &options.current_dir).unwrap_or_default();
    let configured = files.iter().find_map(|file| configured(system, file));
    Some(configured.unwrap_or_else(|| root.join("target")))
}

/// `build.target-dir`, which is relative to the folder of the configuration.
fn configured(system: &dyn System, file: &Utf8Path) -> Option<Utf8PathBuf> {
    let text = read_text(system, file).ok()?;
    let configuration: Table = text.parse().ok()?;
    let folder = configuration.get("build")?.get("target-dir")?.as_str()?;
    Some(file.parent()?.parent()?.join(folder))
}

/// The folder of the manifest that holds the workspace: the one asked for, or the nearest above that is a workspace.
pub(crate) fn root_folder(system: &dyn System, options: &LoadOptions) -> Option<Utf8PathBuf> {
    let named = options.manifest_path.as_ref();
    let begin = match named {
        Some(path) => options.current_dir.join(path).parent()?.to_owned(),
        None => options.current_dir.clone(),
    };
    let is_package = |folder: &&Utf8Path| system.is_file(&folder.join("Cargo.toml"));
    let nearest = begin.ancestors().find(is_package)?;
    let is_workspace = |folder: &&Utf8Path| {
        let text = read_text(system, &folder.join("Cargo.toml")).unwrap_or_default();
        text.lines()
            .any(|line| line.trim_start().starts_with("[workspace"))
    };
    if let Some(folder) = pointed(system, nearest) {
        return Some(folder);
    }
    let root = nearest.ancestors().find(is_workspace).unwrap_or(nearest);
    Some(root.to_owned())
}

/// The workspace that a package names itself.
fn pointed(system: &dyn System, folder: &Utf8Path) -> Option<Utf8PathBuf> {
    let text = read_text(system, &folder.join("Cargo.toml")).ok()?;
    // Most manifests name none, and are not parsed for that.
    let is_named = text
        .lines()
        .any(|line| line.trim_start().starts_with("workspace"));
    let manifest: Table = if is_named {
        text.parse().ok()?
    } else {
        return None;
    };
    let root = manifest
        .get("package")
        .and_then(|it| it.get("workspace"))
        .and_then(Value::as_str)?;
    Some(folder.join(root))
}
