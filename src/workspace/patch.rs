//! `[patch]` of the root manifest, which may lead a version from a registry to a member.

use camino::Utf8Path;
use cargo_metadata as metadata;
use toml::{Table, Value};

use super::read_text;
use crate::base::{Name, Set, name};
use crate::system::System;

/// The packages that the root manifest patches with a path.
#[derive(Default)]
pub(super) struct Patches {
    packages: Set<Name>,
}

impl Patches {
    /// Reads the root manifest; cargo has accepted it, so that what cannot be read here patches nothing.
    pub(super) fn read(system: &dyn System, root: &Utf8Path) -> Self {
        let text = read_text(system, &root.join("Cargo.toml")).unwrap_or_default();
        let manifest: Table = text.parse().unwrap_or_default();
        let sources = manifest.get("patch").and_then(Value::as_table);
        let tables = sources
            .into_iter()
            .flat_map(|it| it.values().filter_map(Value::as_table));
        let patched = tables
            .flatten()
            .filter_map(|(key, value)| patched(key, value));
        Self {
            packages: patched.collect(),
        }
    }

    /// Whether the package of a dependency is patched.
    pub(super) fn cover(&self, declared: &metadata::Dependency) -> bool {
        self.packages.contains(&name(&declared.name))
    }
}

fn patched(key: &str, value: &Value) -> Option<Name> {
    value.get("path")?;
    let package = value.get("package").and_then(Value::as_str);
    Some(name(package.unwrap_or(key)))
}
