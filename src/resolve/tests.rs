//! The language's rules of name resolution, each on a workspace of its own (`test-projects/resolution`).

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Resolution, Target, expand, resolve};
use crate::modules::{Builder, ModuleTree};
use crate::system::RealSystem;
use crate::workspace::{LoadOptions, load};

/// Reads and resolves the workspace of a folder.
fn analysis(folder: &Utf8Path) -> (ModuleTree, Resolution) {
    let options = LoadOptions {
        manifest_path: Some(folder.join("Cargo.toml")),
        current_dir: folder.to_owned(),
        cargo: "cargo".to_owned(),
        ..LoadOptions::default()
    };
    let workspace = load(&RealSystem, &options).expect("the workspace loads");
    let mut builder = Builder::new(&RealSystem, &workspace);
    loop {
        let expansions = expand(&workspace, builder.tree(), builder.sources());
        if expansions.is_empty() {
            break;
        }
        builder.expand(expansions);
    }
    let (tree, _) = builder.finish();
    let resolution = resolve(&workspace, &tree);
    (tree, resolution)
}

/// Every `IMPORTER -> DEFINED ITEM`, and those that the text itself says somewhere.
fn lines(tree: &ModuleTree, resolution: &Resolution) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut all, mut written) = (BTreeSet::new(), BTreeSet::new());
    for reference in &resolution.references {
        let (module, item) = match reference.target {
            Target::Module(module) => (module, String::new()),
            Target::Item { module, item, .. } => (module, format!(" {item}")),
            Target::External(_) => continue,
        };
        if module == reference.importer {
            continue;
        }
        let (importer, defined) = (tree.module(reference.importer), tree.module(module));
        let line = format!("{} -> {}{item}", importer.path, defined.path);
        if !reference.via_macro {
            written.insert(line.clone());
        }
        all.insert(line);
    }
    (all, written)
}

/// What is wrong with one project; nothing if it is right.
fn verdict(folder: &Utf8Path) -> Option<String> {
    let expected = std::fs::read_to_string(folder.join("expected.txt")).expect("there is one");
    let expected = expected.lines().filter(|line| !line.starts_with('#'));
    let (forbidden, wanted): (Vec<&str>, Vec<&str>) = expected
        .filter(|line| !line.is_empty())
        .partition(|line| line.starts_with("not "));
    let wanted: BTreeSet<String> = wanted.into_iter().map(str::to_owned).collect();
    assert!(!wanted.is_empty(), "{folder} expects nothing");
    let (tree, resolution) = analysis(folder);
    let (all, written) = lines(&tree, &resolution);
    let missing = wanted
        .difference(&all)
        .map(|line| format!("  missing: {line}\n"));
    let unexpected = written
        .difference(&wanted)
        .map(|line| format!("  unexpected: {line}\n"));
    let there = forbidden
        .iter()
        .filter(|line| all.contains(&line["not ".len()..]))
        .map(|line| format!("  against: {line}\n"));
    let faults: String = missing.chain(unexpected).chain(there).collect();
    (!faults.is_empty()).then(|| format!("{folder}\n{faults}"))
}

#[test]
fn every_rule_of_name_resolution_gives_its_references() {
    let root = Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("test-projects/resolution");
    let mut folders: Vec<Utf8PathBuf> = root
        .read_dir_utf8()
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").into_path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= 30, "only {} projects", folders.len());
    let faults: String = folders
        .iter()
        .filter_map(|folder| verdict(folder))
        .collect();
    assert!(faults.is_empty(), "\n{faults}");
}
