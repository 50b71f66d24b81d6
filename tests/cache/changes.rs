//! Whatever a run depends on: where it has changed, the run is done anew; where it has not, it is not.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::folder::{Folder, MANIFEST, RULE};
use crate::{Remembered, files};

const CHECK: &str = "check --message-format short";

/// Asks twice, changes something, and asks again: the answer is another one, and that of a run without a memory.
#[track_caller]
fn noticed(package: &Remembered, change: impl FnOnce(&Folder)) {
    let (before, _) = package.asked(CHECK);
    package.expect(CHECK, true);
    change(&package.workspace);
    let after = package.expect(CHECK, false);
    assert_ne!(
        (before.stdout, before.stderr.lines().count()),
        (after.stdout, after.stderr.lines().count()),
        "the change changes nothing"
    );
}

fn remove(path: &Path) {
    fs::remove_file(path).expect("the file is ours");
}

fn modified(path: &Path) -> SystemTime {
    let metadata = fs::metadata(path).expect("the file is there");
    metadata.modified().expect("files have a time")
}

fn set_modified(path: &Path, time: SystemTime) {
    let file = fs::File::options().append(true).open(path);
    let file = file.expect("the file is ours");
    file.set_modified(time).expect("the file is ours");
}

#[test]
fn the_content_of_a_file() {
    let package = Remembered::package(&[]);
    noticed(&package, |folder| {
        folder.write("src/other.rs", "pub fn end() {}\n");
    });
    noticed(&package, |folder| {
        folder.write(
            "src/lib.rs",
            "pub mod other;\npub fn f() { std::process::exit(1) }\n",
        );
    });
    noticed(&package, |folder| {
        folder.write("src/other.rs", "pub fn (\n");
    });
    noticed(&package, |folder| {
        folder.write("src/other.rs", b"// \xff\n");
    });
}

#[cfg(unix)]
#[test]
fn content_of_the_same_length_and_time() {
    let package = Remembered::package(&[]);
    noticed(&package, |folder| {
        let path = folder.path("src/other.rs");
        let time = modified(&path);
        let text = folder.read("src/other.rs");
        let other = text.replace("process::exit", "string::exits");
        assert_eq!(other.len(), text.len());
        folder.write("src/other.rs", other);
        set_modified(&path, time);
    });
}

#[test]
fn content_of_the_same_length_right_behind_a_run() {
    let package = Remembered::package(&[]);
    let texts = ["process", "cmp::xyz"].map(|module| {
        format!(
            "pub fn end() {{ std::{module}::exit(0) }}{}\n",
            " ".repeat(9 - module.len())
        )
    });
    assert_eq!(texts[0].len(), texts[1].len());
    for at in 0..40 {
        package.workspace.write("src/other.rs", &texts[at % 2]);
        let (outcome, was_cached) = package.asked(CHECK);
        assert!(!was_cached, "{at}");
        let is_said = outcome.stdout.contains("no-processes");
        assert_eq!(is_said, at % 2 == 0, "{at}: {}", outcome.stdout);
    }
}

#[test]
fn files_that_come_and_go() {
    let package = Remembered::package(&[("src/lib.rs", "pub mod other;\npub mod lost;\n")]);
    noticed(&package, |folder| folder.write("src/lost.rs", ""));
    noticed(&package, |folder| folder.write("src/lost/mod.rs", ""));
    noticed(&package, |folder| remove(&folder.path("src/lost.rs")));
    noticed(&package, |folder| {
        fs::remove_dir_all(folder.path("src/lost")).expect("the folder is ours");
    });
    noticed(&package, |folder| {
        fs::create_dir(folder.path("src/lost")).expect("the folder is ours");
        folder.write("src/lost/mod.rs", "pub fn f() { std::process::abort() }\n");
    });
    noticed(&package, |folder| remove(&folder.path("src/other.rs")));
    noticed(&package, |folder| {
        fs::create_dir(folder.path("src/other.rs")).expect("the folder is ours");
        folder.write("src/other/mod.rs", "pub fn f() { std::process::abort() }\n");
    });
}

#[test]
fn files_that_macros_ask_for() {
    let text =
        "pub mod other;\npub mod all { automod::dir!(pub \"src/all\"); }\ninclude!(\"more.rs\");\n";
    let package = Remembered::package(&[("src/lib.rs", text), ("src/all/one.rs", "")]);
    noticed(&package, |folder| {
        folder.write("src/more.rs", "pub mod x { }\n");
    });
    noticed(&package, |folder| folder.write("src/all/two.rs", ""));
    noticed(&package, |folder| remove(&folder.path("src/all/one.rs")));
}

#[cfg(unix)]
#[test]
fn links_that_lead_elsewhere() {
    use std::os::unix::fs::symlink;

    let clean = "pub fn end() {}\n";
    let package = Remembered::package(&[
        ("src/lib.rs", "pub mod linked;\npub mod folder;\n"),
        ("a/linked.rs", clean),
        ("b/linked.rs", "pub fn end() { std::process::exit(0) }\n"),
        ("a/mod.rs", clean),
        ("b/mod.rs", "pub fn end() { std::process::exit(0) }\n"),
    ]);
    let lead = |folder: &Folder, link: &str, target: &str| {
        let path = folder.path(link);
        let _ = fs::remove_file(&path);
        symlink(target, path).expect("the folder is ours");
    };
    lead(&package.workspace, "src/linked.rs", "../a/linked.rs");
    lead(&package.workspace, "src/folder", "../a");
    noticed(&package, |folder| {
        lead(folder, "src/linked.rs", "../b/linked.rs");
    });
    noticed(&package, |folder| lead(folder, "src/folder", "../b"));
    noticed(&package, |folder| remove(&folder.path("b/linked.rs")));
    noticed(&package, |folder| folder.write("b/linked.rs", clean));
    // A folder moves away, and a link to another one takes its place.
    noticed(&package, |folder| {
        fs::rename(folder.path("b"), folder.path("c")).expect("the folder is ours");
        symlink("a", folder.path("b")).expect("the folder is ours");
    });
}

#[test]
fn rule_files() {
    let package = Remembered::package(&[]);
    noticed(&package, |folder| {
        let level = "[lints]\nno-processes = \"warn\"\n";
        folder.write("bulkhead.toml", format!("{RULE}{level}"));
    });
    noticed(&package, |folder| {
        folder.write("bulkhead.toml", RULE.replace("process", "env"));
    });
    noticed(&package, |folder| {
        folder.write("bulkhead.toml", "[[forbid]\n");
    });
    // Another one beside it is one too many.
    noticed(&package, |folder| {
        folder.write(".config/bulkhead.toml", RULE);
    });
    remove(&package.workspace.path("bulkhead.toml"));
    package.expect(CHECK, false).ends(1);
}

#[test]
fn rule_files_that_others_extend() {
    let package = Remembered::package(&[
        ("bulkhead.toml", "extends = [\"./more.toml\"]\n"),
        ("more.toml", RULE),
    ]);
    noticed(&package, |folder| {
        folder.write("more.toml", RULE.replace("process", "env"));
    });
    noticed(&package, |folder| remove(&folder.path("more.toml")));
}

#[test]
fn manifests() {
    let package = Remembered::package(&[]);
    noticed(&package, |folder| {
        let feature = "[lib]\npath = \"src/other.rs\"\n";
        folder.write("Cargo.toml", format!("{MANIFEST}{feature}"));
    });
    noticed(&package, |folder| {
        folder.write("Cargo.toml", MANIFEST.replace("app", "ape"));
    });
    noticed(&package, |folder| folder.write("Cargo.toml", "[package"));
    // Nothing is remembered of a manifest that cargo refuses.
    package.expect(CHECK, false);
    package.workspace.write("Cargo.toml", MANIFEST);
    package.asked(CHECK);
    package.expect(CHECK, true);
}

#[test]
fn targets_that_nobody_declares() {
    let exit = "fn main() { std::process::exit(0) }\n";
    let package = Remembered::package(&[]);
    for path in [
        "build.rs",
        "src/main.rs",
        "src/bin/one.rs",
        "src/bin/two/main.rs",
        "examples/three.rs",
        "examples/four/main.rs",
        "benches/five.rs",
        "tests/six.rs",
        "tests/seven/main.rs",
    ] {
        noticed(&package, |folder| folder.write(path, exit));
        noticed(&package, |folder| remove(&folder.path(path)));
        // The folder of a target stays, without its target.
        noticed(&package, |folder| folder.write(path, exit));
    }
}

#[test]
fn members_that_a_pattern_matches() {
    let package = Remembered::package(&[(
        "Cargo.toml",
        &format!("{MANIFEST}members = [\"crates/*\", \"deep/*/in-*\", \"tools-?\"]\n"),
    )]);
    let add = |folder: &Folder, path: &str, name: &str| {
        let manifest = MANIFEST.replace("app", name).replace("[workspace]", "");
        folder.write(&format!("{path}/src/lib.rs"), "");
        folder.write(&format!("{path}/Cargo.toml"), manifest);
    };
    for (path, name) in [("crates/z", "z"), ("deep/z/in-z", "zz"), ("tools-z", "zzz")] {
        add(&package.workspace, path, name);
    }
    fs::create_dir_all(package.workspace.path("deep/a")).expect("the folder is ours");
    noticed(&package, |folder| add(folder, "crates/one", "one"));
    noticed(&package, |folder| add(folder, "crates/two", "two"));
    noticed(&package, |folder| add(folder, "deep/a/in-1", "three"));
    noticed(&package, |folder| add(folder, "deep/b/in-1", "four"));
    noticed(&package, |folder| add(folder, "tools-a", "five"));
    noticed(&package, |folder| {
        fs::remove_dir_all(folder.path("crates/two")).expect("the folder is ours");
    });
    // What cargo does not take for a member: nothing is remembered where it refuses.
    package.workspace.write("crates/notes.txt", "");
    package.asked(CHECK);
    package.expect(CHECK, true);
    remove(&package.workspace.path("tools-a/Cargo.toml"));
    package.expect(CHECK, false).ends(2);
}

#[test]
fn members_that_a_path_leads_to() {
    let package = Remembered::package(&[
        (
            "Cargo.toml",
            &format!("{MANIFEST}[dependencies]\nnext = {{ path = \"next\" }}\n"),
        ),
        (
            "next/Cargo.toml",
            "[package]\nname = \"next\"\nedition = \"2024\"\n",
        ),
        ("next/src/lib.rs", ""),
        (
            "far/Cargo.toml",
            "[package]\nname = \"far\"\nedition = \"2024\"\n",
        ),
        ("far/src/lib.rs", ""),
    ]);
    noticed(&package, |folder| {
        let more = "[dependencies]\nfar = { path = \"../far\" }\n";
        let text = folder.read("next/Cargo.toml");
        folder.write("next/Cargo.toml", format!("{text}{more}"));
    });
    noticed(&package, |folder| {
        folder.write(
            "far/Cargo.toml",
            "[package]\nname = \"far\"\nedition = \"2024\"\n[workspace]\n",
        );
    });
}

#[test]
fn a_workspace_that_comes_to_be_above() {
    let outer = Folder::with(&[
        (
            "in/Cargo.toml",
            "[package]\nname = \"in\"\nedition = \"2024\"\n",
        ),
        ("in/src/lib.rs", "pub fn end() { std::process::exit(0) }\n"),
        ("in/bulkhead.toml", RULE),
    ]);
    let cache = Remembered::of(outer);
    let inner = || crate::program(&cache.workspace.path("in"));
    for was_cached in [false, true] {
        assert_eq!(cache.asked_in(inner(), CHECK).1, was_cached);
    }
    cache.workspace.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"in\"]\nresolver = \"3\"\n",
    );
    let (outcome, was_cached) = cache.asked_in(inner(), CHECK);
    assert!(!was_cached);
    outcome.ends(2).complains("no rule file");
}

#[test]
fn the_configuration_of_cargo() {
    let package = Remembered::package(&[]);
    package.expect(CHECK, false);
    let include = "include = [\"more.toml\"]\n";
    for (path, text) in [
        (".cargo/config.toml", "# nothing\n"),
        (".cargo/config.toml", "[net]\noffline = true\n"),
        (".cargo/config.toml", include),
        (".cargo/more.toml", "[net]\noffline = false\n"),
    ] {
        package.workspace.write(path, text);
        let (_, was_cached) = package.asked(CHECK);
        assert!(!was_cached, "{path}: {text}");
    }
    package.workspace.write(".cargo/config.toml", "[build");
    package.expect(CHECK, false).ends(2);
}

#[test]
fn variables() {
    let package = Remembered::package(&[("other.toml", &RULE.replace("process", "env"))]);
    let with =
        |name: &str, value: &str| package.asked_in(package.run().variable(name, value), CHECK);
    package.expect(CHECK, false);
    let (outcome, was_cached) = with("BULKHEAD_CONFIG", "other.toml");
    assert!(!was_cached);
    outcome.ends(0);
    let (outcome, was_cached) = with("BULKHEAD_CONFIG", "gone.toml");
    assert!(!was_cached);
    outcome.ends(2);
    let (outcome, was_cached) = with("CARGO", "no-such-cargo");
    assert!(!was_cached);
    outcome.ends(2).complains("no-such-cargo");
    for was_cached in [false, true] {
        assert_eq!(with("CARGO_NET_OFFLINE", "true").1, was_cached);
    }
    // Both are known, side by side.
    package.asked(CHECK);
    package.expect(CHECK, true);
    assert!(with("CARGO_NET_OFFLINE", "true").1);
    assert!(with("UNRELATED", "true").1);
}

#[test]
fn the_day() {
    let rules = format!(
        "{RULE}[[exception]]\nrule = \"no-processes\"\nfrom = \"app\"\nto = \"std::process\"\nbecause = \"so\"\nexpires = 2026-12-31\n"
    );
    let package = Remembered::package(&[("bulkhead.toml", &rules)]);
    let on = |day: &str| package.asked_in(package.run().variable("BULKHEAD_TODAY", day), CHECK);
    for (day, status, is_known) in [
        ("2026-12-31", 0, false),
        ("2026-12-31", 0, true),
        ("2027-01-01", 1, false),
        ("2027-01-01", 1, true),
        ("2026-12-31", 0, false),
    ] {
        let (outcome, was_cached) = on(day);
        assert_eq!(was_cached, is_known, "{day}");
        outcome.ends(status);
    }
}

#[test]
fn the_folder_that_one_stands_in() {
    let package = Remembered::package(&[("bulkhead.toml", RULE), ("src/x.toml", "")]);
    let command = "check --message-format short --config x.toml";
    let within = |folder: &str| {
        let run = crate::program(&package.workspace.path(folder));
        package.asked_in(run, command)
    };
    within("src").0.ends(0);
    within("").0.ends(2);
    assert!(within("src").1);
}

#[test]
fn a_fresh_checkout_is_nothing_new() {
    let shop = Remembered::shop();
    shop.expect(CHECK, false);
    rewrite(&shop.workspace.path(""));
    shop.expect(CHECK, true);
    shop.expect(CHECK, true);
    // Its new times are known by then: a change is still seen.
    shop.workspace
        .write("crates/shop_kernel/src/lib.rs", "pub mod gone;\n");
    shop.expect(CHECK, false);
}

/// Writes each file anew, with the same bytes.
fn rewrite(folder: &Path) {
    for path in files(folder) {
        if path.is_dir() {
            rewrite(&path);
        } else {
            let bytes = fs::read(&path).expect("the file is ours");
            remove(&path);
            fs::write(&path, bytes).expect("the file is ours");
        }
    }
}

#[test]
fn cargo_is_asked_again_only_where_it_would_say_something_else() {
    let package = Remembered::package(&[]);
    package.expect(CHECK, false);
    let answers = package.kept("answers");
    let asked = || modified(&answers[0]);
    let first = asked();
    noticed(&package, |folder| folder.write("src/other.rs", ""));
    noticed(&package, |folder| {
        folder.write("src/lib.rs", "pub mod other;\npub mod third;\n");
        folder.write("src/third.rs", "pub fn end() { std::process::exit(0) }\n");
    });
    noticed(&package, |folder| {
        folder.write("bulkhead.toml", "[lints]\n");
    });
    assert_eq!(asked(), first, "the manifests are the same");
    noticed(&package, |folder| {
        folder.write("src/main.rs", "fn main() {}\n");
    });
    assert_ne!(asked(), first, "there is a target more");
    assert_eq!(package.kept("answers"), answers);
}

#[test]
fn files_are_read_again_only_where_they_say_something_else() {
    let package = Remembered::package(&[]);
    package.expect(CHECK, false);
    let facts = package.kept("facts");
    assert_eq!(facts.len(), 1);
    let written = || modified(&facts[0]);
    let first = written();
    noticed(&package, |folder| folder.write("src/other.rs", ""));
    let second = written();
    assert_ne!(second, first, "one says something else");
    noticed(&package, |folder| {
        folder.write("bulkhead.toml", "[lints]\n");
    });
    assert_eq!(written(), second, "every file is known");
    assert_eq!(package.kept("facts"), facts);
}
