//! What goes wrong on the way: each thing has its message and its status, and all the rest is still analysed.

use crate::folder::{Folder, MANIFEST, RULE};
use crate::support::{Outcome, program, project};

/// A file with a violation of [`RULE`], to show that the rest is still analysed.
const VIOLATING: &str = "pub fn end() {\n    std::process::exit(0)\n}\n";
/// What is said of it.
const VIOLATION: &str = "error[bulkhead::no-processes]";

/// A package whose `other` module breaks the rule, and these files.
fn package(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[
        ("Cargo.toml", MANIFEST),
        ("bulkhead.toml", RULE),
        ("src/other.rs", VIOLATING),
    ]);
    for (path, text) in files {
        folder.write(path, text);
    }
    folder
}

fn check(folder: &Folder) -> Outcome {
    program(&folder.path("")).with("check --message-format short")
}

/// The trouble is reported where it is, the violation elsewhere still is, and the status is 1.
#[track_caller]
fn assert_reported(folder: &Folder, trouble: &str) {
    let checked = check(folder).ends(1).says(trouble).says(VIOLATION);
    assert_eq!(checked.stderr, "", "{}", checked.asked);
    let human = program(&folder.path("")).with("check").ends(1);
    human.says(VIOLATION).says("could not be analysed");
}

#[test]
fn six_mistakes_in_a_rule_file_are_six_labelled_errors() {
    let checked = program(&project("rule-file-mistakes"))
        .with("check")
        .ends(2);
    let errors = checked
        .stdout
        .lines()
        .filter(|line| line.starts_with("error: "))
        .count();
    assert_eq!(
        errors, 7,
        "six and the closing remark in {}",
        checked.stdout
    );
    assert_eq!(
        checked.stdout.matches("did you mean").count(),
        5,
        "{}",
        checked.stdout
    );
    checked
        .says("unknown key `publik`")
        .says("did you mean `public`?")
        .says("this is an integer")
        .says("error[bulkhead::billing-keeps-out-of-the-store]")
        .says("6 errors in the rule file; only the rules that are valid were checked");
}

#[test]
fn a_rule_file_that_is_no_toml_keeps_what_can_be_read() {
    let folder = package(&[("src/lib.rs", "pub mod other;\n")]);
    folder.write("bulkhead.toml", format!("{RULE}\n[[protect]\nid = \"x\"\n"));
    let checked = check(&folder).ends(2);
    checked.says("bulkhead.toml:6:").says(VIOLATION);
    folder.write("bulkhead.toml", b"because = \"\xff\"");
    check(&folder).ends(2).complains("not UTF-8");
}

#[test]
fn a_file_that_does_not_parse() {
    let folder = package(&[
        ("src/lib.rs", "pub mod broken;\npub mod other;\n"),
        ("src/broken.rs", "fn one() {}\nfn two( {\n"),
    ]);
    assert_reported(
        &folder,
        "src/broken.rs:2:9: error[bulkhead::unparsed-file]: this file does not parse: this bracket is not closed",
    );
}

#[test]
fn a_module_without_a_file() {
    let folder = package(&[("src/lib.rs", "pub mod lost;\npub mod other;\n")]);
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::missing-module-file]: module `lost` has no file",
    );
}

#[test]
fn a_module_that_holds_itself() {
    let folder = package(&[
        ("src/lib.rs", "pub mod circle;\npub mod other;\n"),
        (
            "src/circle.rs",
            "#[path = \"circle.rs\"]\npub mod again;\n#[path = \"lib.rs\"]\npub mod top;\n",
        ),
    ]);
    assert_reported(&folder, "src/circle.rs:2:9: error[bulkhead::cyclic-module]");
    check(&folder).says("src/circle.rs:4:9: error[bulkhead::cyclic-module]");
}

#[test]
fn a_module_with_two_files() {
    let folder = package(&[
        ("src/lib.rs", "pub mod twice;\npub mod other;\n"),
        ("src/twice.rs", ""),
        ("src/twice/mod.rs", ""),
    ]);
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::ambiguous-module-file]",
    );
}

#[test]
fn a_file_that_is_not_utf_8() {
    let folder = package(&[("src/lib.rs", "pub mod latin;\npub mod other;\n")]);
    folder.write("src/latin.rs", b"// caf\xe9\n");
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::unreadable-file]: `src/latin.rs` cannot be read",
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_nobody_may_read() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    let folder = package(&[
        ("src/lib.rs", "pub mod secret;\npub mod other;\n"),
        ("src/secret.rs", ""),
    ]);
    let secret = folder.path("src/secret.rs");
    set_permissions(&secret, Permissions::from_mode(0o000)).expect("the file is ours");
    if std::fs::read(&secret).is_ok() {
        // The superuser may read all files; one that the system itself refuses to read will do as well.
        let refused = std::path::Path::new("/proc/self/mem");
        if !refused.is_file() {
            return;
        }
        std::fs::remove_file(&secret).expect("the file is ours");
        std::os::unix::fs::symlink(refused, &secret).expect("the folder is ours");
        let unreadable = "src/lib.rs:1:9: error[bulkhead::unreadable-file]: `";
        assert_reported(&folder, unreadable);
        return;
    }
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::unreadable-file]: `src/secret.rs` cannot be read",
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle() {
    use std::os::unix::fs::symlink;

    let folder = package(&[(
        "src/lib.rs",
        "pub mod round;\npub mod deep;\npub mod other;\n",
    )]);
    symlink("round.rs", folder.path("src/round.rs")).expect("the folder is ours");
    symlink(".", folder.path("src/deep")).expect("the folder is ours");
    folder.write("src/deep.rs", "pub mod deep;\n");
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::missing-module-file]",
    );
    check(&folder).says("src/deep.rs:1:9: error[bulkhead::cyclic-module]");
}

#[cfg(unix)]
#[test]
fn members_behind_links_that_lead_in_a_circle() {
    use std::os::unix::fs::symlink;

    let folder = package(&[("src/lib.rs", "pub mod other;\n")]);
    folder.write(
        "Cargo.toml",
        format!("{MANIFEST}members = [\"crates/*\"]\n"),
    );
    folder.write(
        "crates/one/Cargo.toml",
        MANIFEST.replace("app", "one").replace("[workspace]", ""),
    );
    folder.write("crates/one/src/lib.rs", "");
    symlink("..", folder.path("crates/one/src/up")).expect("the folder is ours");
    let checked = check(&folder).ends(1).says(VIOLATION);
    checked.says("in 2 packages");
}

#[test]
fn a_target_without_its_root() {
    let folder = package(&[("src/lib.rs", "pub mod other;\n")]);
    folder.write(
        "Cargo.toml",
        format!("{MANIFEST}\n[[bin]]\nname = \"gone\"\npath = \"src/gone.rs\"\n"),
    );
    let checked = check(&folder);
    // Some versions of cargo refuse the manifest themselves.
    if checked.status == 2 {
        checked.complains("gone");
    } else {
        assert_reported(
            &folder,
            "error[bulkhead::missing-module-file]: `src/gone.rs`, the root of a target",
        );
    }
}

#[test]
fn a_manifest_that_is_not_there() {
    let folder = Folder::with(&[]);
    check(&folder)
        .ends(2)
        .complains("no Cargo.toml in")
        .complains("--manifest-path");
    let named = program(&folder.path(""))
        .with("check --manifest-path x/Cargo.toml")
        .ends(2);
    named.complains("`x/Cargo.toml` does not exist");
    let folder = package(&[("src/lib.rs", "")]);
    let named = program(&folder.path(""))
        .with("check --manifest-path src")
        .ends(2);
    named.complains("src");
}

#[test]
fn a_member_that_is_not_there() {
    let folder = package(&[("src/lib.rs", "")]);
    folder.write("Cargo.toml", format!("{MANIFEST}members = [\"gone\"]\n"));
    check(&folder).ends(2).complains("gone/Cargo.toml");
}

#[test]
fn a_manifest_that_is_no_toml() {
    let folder = package(&[("src/lib.rs", "")]);
    folder.write("Cargo.toml", "[package\nname = \"app\"\n");
    let checked = check(&folder).ends(2).complains("Cargo.toml");
    assert!(
        checked.stderr.contains("1 | [package"),
        "{}",
        checked.stderr
    );
}

#[test]
fn a_workspace_without_members_is_not_clean_in_silence() {
    let workspace = |members: &str| {
        let manifest = format!("[workspace]\nmembers = [{members}]\nresolver = \"3\"\n");
        Folder::with(&[("Cargo.toml", &manifest), ("bulkhead.toml", RULE)])
    };
    check(&workspace("\"crates/*\""))
        .ends(2)
        .complains("crates/*");
    let none = check(&workspace("")).ends(1).says("nothing was checked");
    none.says("in 0 packages")
        .says("bulkhead::unmatched-selector");
}

#[test]
fn cargo_that_is_not_there() {
    let folder = package(&[("src/lib.rs", "pub mod other;\n")]);
    let run = program(&folder.path("")).variable("CARGO", "no-such-cargo");
    run.with("check").ends(2).complains("no-such-cargo");
}

#[test]
fn dependencies_that_cannot_be_reached_are_no_trouble() {
    let folder = package(&[("src/lib.rs", "pub mod other;\n")]);
    let far = "[dependencies]\nfar = { git = \"https://example.invalid/far\" }\n";
    folder.write("Cargo.toml", format!("{MANIFEST}\n{far}"));
    check(&folder).ends(1).says(VIOLATION);
    program(&folder.path(""))
        .with("check --offline")
        .ends(1)
        .says(VIOLATION);
    assert!(
        !folder.path("Cargo.lock").exists(),
        "a check writes nothing"
    );
    assert!(!folder.path("target").exists(), "a check builds nothing");
}

#[test]
fn paths_with_blanks_and_letters_of_all_kinds() {
    let folder = Folder::with(&[
        ("über uns/my shop/Cargo.toml", MANIFEST),
        ("über uns/my shop/bulkhead.toml", RULE),
        (
            "über uns/my shop/src/lib.rs",
            "pub mod café;\n#[path = \"other place/наш.rs\"]\npub mod ours;\n",
        ),
        (
            "über uns/my shop/src/café.rs",
            "/* é */ pub fn f() { std::process::exit(1) }\n",
        ),
        ("über uns/my shop/src/other place/наш.rs", VIOLATING),
    ]);
    let checked = program(&folder.path("über uns/my shop"))
        .with("check --message-format short")
        .ends(1);
    checked
        .says("src/café.rs:1:22: error[bulkhead::no-processes]")
        .says("checked 3 modules");
    let listed = program(&folder.path("über uns/my shop"))
        .with("check --all")
        .ends(1);
    listed.says("src/other place/наш.rs:2:5");
    let elsewhere = program(&folder.path("")).with_each(&[
        "check",
        "--manifest-path",
        "über uns/my shop/Cargo.toml",
    ]);
    elsewhere.ends(1).says("src/café.rs:1:22");
}

#[test]
fn windows_line_ends_and_byte_order_marks_move_nothing() {
    let folder = package(&[("src/lib.rs", "\u{feff}pub mod other;\r\npub mod b;\r\n")]);
    folder.write("src/other.rs", VIOLATING.replace('\n', "\r\n"));
    folder.write("src/b.rs", "// bulkhead: allow-file(no-processes, reason = \"r\")\r\npub fn f() {\r\n    std::process::exit(2)\r\n}\r\n");
    folder.write("bulkhead.toml", RULE.replace('\n', "\r\n"));
    let checked = check(&folder)
        .ends(1)
        .says("src/other.rs:2:5: error[bulkhead::no-processes]");
    checked.says("1 error, 1 excused");
    let human = program(&folder.path("")).with("check").ends(1).stdout;
    assert!(!human.contains('\r'), "{human:?}");
    assert!(human.contains("bulkhead.toml:4:6"), "{human}");
}

#[test]
fn trouble_does_not_hide_trouble() {
    let folder = package(&[
        (
            "src/lib.rs",
            "pub mod lost;\npub mod broken;\npub mod latin;\npub mod other;\n",
        ),
        ("src/broken.rs", "fn"),
    ]);
    folder.write("src/latin.rs", b"\xff\xfe");
    assert_reported(
        &folder,
        "src/lib.rs:1:9: error[bulkhead::missing-module-file]",
    );
    check(&folder)
        .says("src/broken.rs:1:3: error[bulkhead::unparsed-file]: this file does not parse: expected an identifier, found the end of the file")
        .says("src/lib.rs:3:9: error[bulkhead::unreadable-file]")
        .says("4 errors");
    let json = program(&folder.path(""))
        .with("check --report json")
        .ends(1);
    json.says("\"unanalysed_files\": 3");
}
