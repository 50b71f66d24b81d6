//! Where things are kept, and how that is switched off.

use crate::folder::Folder;
use crate::support::{Run, program};
use crate::{Remembered, files};

/// A run that remembers, as one does unless told otherwise.
fn run(workspace: &Folder) -> Run {
    program(&workspace.path("")).variable("BULKHEAD_NO_CACHE", "0")
}

fn is_kept(workspace: &Folder, folder: &str) -> bool {
    !files(&workspace.path(folder).join("results")).is_empty()
}

#[test]
fn in_the_target_directory_as_cargo_names_it() {
    let workspace = Remembered::package(&[]).workspace;
    run(&workspace).with("check").ends(1);
    assert!(is_kept(&workspace, "target/bulkhead"));
    let tag = workspace.read("target/bulkhead/CACHEDIR.TAG");
    assert!(tag.starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
    assert_eq!(workspace.read("target/bulkhead/.gitignore"), "*\n");
    let named = |name: &str, folder: &str| {
        run(&workspace).variable(name, folder).with("check").ends(1);
        assert!(is_kept(&workspace, &format!("{folder}/bulkhead")), "{name}");
    };
    named("CARGO_BUILD_TARGET_DIR", "a");
    named("CARGO_TARGET_DIR", "b");
    let configuration = "[build]\ntarget-dir = \"c/d\"\n";
    workspace.write(".cargo/config.toml", configuration);
    run(&workspace).with("check").ends(1);
    assert!(is_kept(&workspace, "c/d/bulkhead"));
}

#[test]
fn of_the_workspace_wherever_one_stands_in_it() {
    let workspace = Folder::with(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"inner\"]\nresolver = \"3\"\n",
        ),
        ("bulkhead.toml", ""),
        (
            "inner/Cargo.toml",
            "[package]\nname = \"inner\"\nedition = \"2024\"\n",
        ),
        ("inner/src/lib.rs", ""),
    ]);
    let inner = program(&workspace.path("inner/src")).variable("BULKHEAD_NO_CACHE", "0");
    inner.with("check").ends(0);
    assert!(is_kept(&workspace, "target/bulkhead"));
    assert!(!workspace.path("inner/target").exists());
}

#[test]
fn where_it_is_asked_for() {
    let workspace = Remembered::package(&[]).workspace;
    let named = run(&workspace).variable("BULKHEAD_CACHE_DIR", "a");
    named.with("check").ends(1);
    assert!(is_kept(&workspace, "a"));
    let typed = run(&workspace).variable("BULKHEAD_CACHE_DIR", "a");
    typed.with("check --cache-dir b").ends(1);
    assert!(is_kept(&workspace, "b"));
    assert!(!workspace.path("target").exists());
}

#[test]
fn nowhere_if_that_is_asked_for() {
    let workspace = Remembered::package(&[]).workspace;
    run(&workspace).with("check --no-cache").ends(1);
    let off = run(&workspace).variable("BULKHEAD_NO_CACHE", "1");
    off.with("check").ends(1);
    assert!(!workspace.path("target").exists());
    let both = run(&workspace).with("check --no-cache --cache-dir a");
    both.ends(2).complains("cannot be used with");
}

#[test]
fn nowhere_outside_of_a_workspace() {
    let folder = Folder::with(&[]);
    run(&folder)
        .with("check")
        .ends(2)
        .complains("no Cargo.toml");
    run(&folder).with("explain layers").ends(0);
    assert_eq!(files(&folder.path("")), Vec::<std::path::PathBuf>::new());
}

#[test]
fn a_folder_that_cannot_be_written_is_no_trouble() {
    let workspace = Remembered::package(&[]).workspace;
    for _ in 0..2 {
        let checked = run(&workspace).with("check --cache-dir bulkhead.toml/x");
        assert_eq!(checked.ends(1).stderr, "");
    }
    let told = run(&workspace).with("check --verbose --cache-dir bulkhead.toml/x");
    let told = told.ends(1);
    assert!(
        told.stderr.contains("what was found out cannot be kept"),
        "{}",
        told.stderr
    );
}
