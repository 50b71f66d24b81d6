//! What external macros make, and crates that many people use. The language's own rules have a project each under
//! `test-projects/resolution`, and `tests/projects/resolution.rs` holds them.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests make and read folders of their own"
)]

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Resolution, Target, expand, resolve, world};
use crate::base::{Cause, ProblemKind};
use crate::modules::{Builder, Early, ModuleTree};
use crate::system::{RealSystem, System};
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
    let mut builder = Builder::new(&RealSystem, None, &workspace, Early::default());
    let mut budget = usize::MAX;
    while let Some(layer) = expand(&workspace, builder.tree(), builder.sources(), &mut budget) {
        builder.expand(layer.expansions);
    }
    let (tree, _) = builder.finish();
    let resolution = resolve(&world(&workspace, &tree), &[]);
    (tree, resolution)
}

/// Every `IMPORTER -> DEFINED ITEM` that the text itself says somewhere.
fn lines(tree: &ModuleTree, resolution: &Resolution) -> BTreeSet<String> {
    let mut written = BTreeSet::new();
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
            written.insert(line);
        }
    }
    written
}

/// A workspace of one library in a folder of its own.
fn library(dependencies: &str, files: &[(&str, &str)]) -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("Unicode");
    let manifest = format!(
        "[package]\nname = \"app\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{dependencies}"
    );
    std::fs::create_dir(root.join("src")).expect("a folder");
    std::fs::write(root.join("Cargo.toml"), manifest).expect("a file");
    for (name, text) in files {
        std::fs::write(root.join("src").join(name), text).expect("a file");
    }
    (folder, root)
}

/// The references between the modules of a library, and its unresolved paths with their causes.
fn outcome(dependencies: &str, files: &[(&str, &str)]) -> (BTreeSet<String>, Vec<(String, Cause)>) {
    let (_folder, root) = library(dependencies, files);
    let (tree, resolution) = analysis(&root);
    let unresolved = resolution.unresolved.iter();
    let unresolved = unresolved
        .map(|it| (it.path.to_string(), it.cause))
        .collect();
    (lines(&tree, &resolution), unresolved)
}

#[test]
fn what_an_external_macro_makes_belongs_to_the_module_of_its_call() {
    let (found, unresolved) = outcome(
        "maker = \"1\"",
        &[
            ("lib.rs", "mod plain; mod made; mod user;"),
            ("plain.rs", "pub struct Known;"),
            ("made.rs", "maker::make! { Thing }"),
            (
                "user.rs",
                "use crate::made::Thing; use crate::plain::Missing;\npub fn f(_: Missing) { Thing::new(); }",
            ),
        ],
    );
    let expected = [
        "app::user -> app::made Thing",
        "app::user -> app::made Thing::new",
    ];
    assert_eq!(found, expected.map(str::to_owned).into());
    // Nothing in `plain` could make it; what uses the import fails for its sake.
    let missing = [
        ("crate::plain::Missing".to_owned(), Cause::NotFound),
        ("Missing".to_owned(), Cause::Unanalysed),
    ];
    assert_eq!(unresolved, missing);
}

#[test]
fn names_of_several_external_globs_are_outside_and_not_guessed() {
    let (found, unresolved) = outcome(
        "one = \"1\"\ntwo = \"1\"",
        &[("lib.rs", "use one::*; use two::*; pub fn f(_: Thing) {}")],
    );
    assert_eq!(found, BTreeSet::new());
    assert_eq!(unresolved, [("Thing".to_owned(), Cause::Outside)]);
}

#[test]
fn a_name_of_a_macro_or_of_an_external_glob_beside_it_is_not_guessed() {
    let (found, unresolved) = outcome(
        "one = \"1\"\nmaker = \"1\"",
        &[
            ("lib.rs", "mod both; mod user;"),
            (
                "both.rs",
                "pub use one::*; maker::make! { x }\npub fn f(_: Here) {}",
            ),
            ("user.rs", "use crate::both::There;"),
        ],
    );
    // The module that the path names is certain, what defines the name is not.
    assert_eq!(found, ["app::user -> app::both There".to_owned()].into());
    assert_eq!(unresolved, [("Here".to_owned(), Cause::MacroDefined)]);
}

#[test]
fn a_diesel_table_is_a_module_with_its_columns() {
    let schema = "pub mod sql_types { pub struct Kind; }
        diesel::table! {
            use diesel::sql_types::*;
            use super::sql_types::Kind;
            /// People.
            users (id) { id -> Integer, #[max_length = 9] kind -> Nullable<Kind>, }
        }
        diesel::table! { posts { id -> Integer, user_id -> Integer } }
        diesel::joinable!(posts -> users (user_id));";
    let user = "use crate::schema::{posts, users::dsl::*};
        pub fn f() { users.filter(kind); posts::table; posts::user_id; }";
    let (found, unresolved) = outcome(
        "diesel = \"2\"",
        &[
            ("lib.rs", "mod schema; mod user;"),
            ("schema.rs", schema),
            ("user.rs", user),
        ],
    );
    assert_eq!(unresolved, []);
    for line in [
        "app::user -> app::schema::posts",
        "app::user -> app::schema::posts table",
        "app::user -> app::schema::posts::columns user_id",
        "app::user -> app::schema::users table",
        "app::user -> app::schema::users::columns kind",
        "app::user -> app::schema::users::dsl",
        "app::schema::users -> app::schema::sql_types Kind",
        "app::schema -> app::schema::posts::columns user_id",
    ] {
        assert!(found.contains(line), "{line} is not in {found:#?}");
    }
}

#[test]
fn every_cfg_version_of_a_macro_is_expanded() {
    let text = "mod sys;
        #[cfg(a)] macro_rules! with { ($($i:item)*) => { $($i)* } }
        #[cfg(not(a))] macro_rules! with { ($($i:item)*) => {} }
        with! { mod inner { pub fn f() { crate::sys::go() } } }";
    let (found, unresolved) = outcome("", &[("lib.rs", text), ("sys.rs", "pub fn go() {}")]);
    assert_eq!(unresolved, []);
    assert_eq!(found, ["app::inner -> app::sys go".to_owned()].into());
}

/// Own dependencies: where the tests run, they are there.
const REAL_CRATES: [(&str, usize); 6] = [
    ("camino", 1_000),
    ("either", 500),
    ("globset", 1_000),
    ("rustc-hash", 100),
    ("semver", 1_000),
    ("strsim", 100),
];

/// The folder of each of these packages, from a full `cargo metadata` of this one.
fn folders_of_dependencies() -> Vec<(Utf8PathBuf, usize)> {
    let manifest = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let about = RealSystem
        .run("rustc", &["-vV".to_owned()], "/".into())
        .expect("rustc runs");
    let about = String::from_utf8(about.stdout).expect("Unicode");
    let host = about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("a host");
    // Only what this platform needs is sure to be there.
    let line = format!(
        "metadata --offline --format-version 1 --filter-platform {host} --manifest-path {manifest}"
    );
    let arguments: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let output = RealSystem
        .run("cargo", &arguments, "/".into())
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let folder = |wanted: &str| {
        let found = packages.iter().find(|package| package["name"] == wanted)?;
        let manifest = Utf8Path::new(found["manifest_path"].as_str()?);
        manifest.parent().map(Utf8Path::to_owned)
    };
    let crates = REAL_CRATES.iter();
    crates
        .map(|(name, least)| {
            (
                folder(name).unwrap_or_else(|| panic!("{name} is no dependency")),
                *least,
            )
        })
        .collect()
}

fn copy(from: &Utf8Path, to: &Utf8Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in from.read_dir_utf8().expect("the folder is there") {
        let entry = entry.expect("it can be read");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("a copy");
        }
    }
}

#[test]
fn crates_that_many_people_use_resolve() {
    for (folder, least) in folders_of_dependencies() {
        // A copy is a workspace of its own, wherever the original lies.
        let place = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(place.path().to_owned()).expect("Unicode");
        copy(&folder, &root);
        let (tree, resolution) = analysis(&root);
        let unparsed = tree
            .problems
            .iter()
            .filter(|it| it.kind == ProblemKind::UnparsedFile);
        assert_eq!(unparsed.count(), 0, "{folder}");
        let references = resolution.references.len();
        assert!(
            references >= least,
            "{folder}: only {references} references"
        );
        let failed = resolution
            .unresolved
            .iter()
            .filter(|it| it.cause.may_be_internal());
        let (failed, known) = (failed.count(), resolution.internal_paths);
        assert!(
            failed * 100 <= known + failed,
            "{folder}: {failed} of {known} do not resolve"
        );
    }
}
