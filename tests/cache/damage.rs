//! Damage of any kind is a run like the first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::{Remembered, assert_same};

/// What is asked.
const CHECK: &str = "check --message-format short";

/// A package whose answer is remembered, and the files that hold it and what it was found from.
fn remembered() -> (Remembered, [PathBuf; 3]) {
    let package = Remembered::package(&[]);
    package.expect(CHECK, false);
    package.expect(CHECK, true);
    let file = |kind: &str| {
        let mut files = package.kept(kind);
        assert_eq!(files.len(), 1, "{kind}");
        files.remove(0)
    };
    let files = [file("results"), file("answers"), file("facts")];
    (package, files)
}

/// Puts other bytes in place of what is kept; the next run is as the first, the one after it is not.
fn damage(package: &Remembered, file: &Path, bytes: &[u8], what: &str) {
    let truth = "src/other.rs:1:16: error[bulkhead::no-processes]";
    fs::write(file, bytes).expect("the file is ours");
    // All others matter only where the outcome is not known.
    if file
        .parent()
        .is_some_and(|folder| !folder.ends_with("results"))
    {
        fs::remove_dir_all(package.cache.path("results")).expect("the folder is ours");
    }
    for is_damaged in [true, false] {
        let (outcome, was_cached) = package.asked(CHECK);
        outcome.ends(1).says(truth);
        assert_eq!(was_cached, !is_damaged, "{what}");
    }
}

#[test]
fn what_is_cut_or_flipped_anywhere_is_not_believed() {
    let (package, files) = remembered();
    for file in files {
        let whole = fs::read(&file).expect("it is kept");
        for part in 0..24 {
            let length = whole.len() * part / 24;
            damage(
                &package,
                &file,
                &whole[..length],
                &format!("cut to {length}"),
            );
            let mut flipped = whole.clone();
            let at = (whole.len() - 1) * part / 23;
            flipped[at] ^= 1 << (part % 8);
            damage(&package, &file, &flipped, &format!("bit {part} of {at}"));
        }
        for at in 0..40 {
            // The head, byte by byte, beyond the digits of the version.
            let mut other = whole.clone();
            other[at] = other[at].wrapping_add(1);
            damage(&package, &file, &other, &format!("byte {at}"));
        }
        damage(
            &package,
            &file,
            &[&whole[..], b"x"].concat(),
            "one more byte",
        );
        damage(&package, &file, &[0xff; 4096], "a length without end");
    }
}

#[test]
fn another_format_version_or_key_is_another_thing() {
    let (package, files) = remembered();
    for file in &files {
        let whole = fs::read(file).expect("it is kept");
        let mark = format!("bulkhead cache 1 {}\n", env!("CARGO_PKG_VERSION"));
        let rest = whole.strip_prefix(mark.as_bytes()).expect("the mark");
        for other in ["bulkhead cache 2 0.1.0\n", "bulkhead cache 1 0.0.9\n"] {
            damage(&package, file, &[other.as_bytes(), rest].concat(), other);
        }
    }
    // The outcome of another command, under the name of this one.
    package.expect("graph", false);
    let mut others = package.kept("results");
    others.retain(|path| *path != files[0]);
    let graph = fs::read(&others[0]).expect("it is kept");
    damage(&package, &files[0], &graph, "another key");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_no_trouble() {
    let (package, files) = remembered();
    for file in files {
        fs::remove_file(&file).expect("the file is ours");
        fs::create_dir(&file).expect("the folder is ours");
        fs::write(file.join("x"), "x").expect("the folder is ours");
    }
    for _ in 0..2 {
        package.expect(CHECK, false);
    }
}

#[test]
fn whoever_is_killed_leaves_nothing_wrong() {
    let package = Remembered::shop();
    let command = ["graph", "--references", "json"];
    let truth = package.truth(&command.join(" "));
    let cache = package.cache.path("");
    let start = || {
        let child = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"))
            .args(command)
            .arg("--cache-dir")
            .arg(&cache)
            .current_dir(package.workspace.path(""))
            .env("NO_COLOR", "1")
            .env("BULKHEAD_TODAY", "2026-11-24")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        child.expect("the program starts")
    };
    let forget = || {
        for file in package.kept("results") {
            fs::remove_file(file).expect("the file is ours");
        }
    };
    let begun = Instant::now();
    start().wait().expect("the program ends");
    let whole = begun.elapsed();
    let mut results = 0;
    for at in 0..200_u32 {
        forget();
        let mut child = start();
        // From the first moment to well beyond the last, most often near the end, where it writes.
        std::thread::sleep(whole * (40 + at % 100) / 110);
        child.kill().expect("the program is ours");
        child.wait().expect("the program ends");
        let finished = package.kept("results");
        results += usize::from(finished.iter().any(|path| path.extension().is_none()));
        if at % 4 == 0 {
            let (outcome, _) = package.asked(&command.join(" "));
            assert_same(&outcome, &truth);
        }
    }
    let (outcome, _) = package.asked(&command.join(" "));
    assert_same(&outcome, &truth);
    assert!(results < 200, "each was killed too late");
}

#[test]
fn what_was_abandoned_is_cleaned_away_after_a_while() {
    let (package, files) = remembered();
    let folder = files[0].parent().expect("a file stands in a folder");
    let (old, young) = (folder.join("a.1-2-3.tmp"), folder.join("b.1-2-3.tmp"));
    for path in [&old, &young] {
        fs::write(path, "half of i").expect("the folder is ours");
    }
    let hours = SystemTime::now() - Duration::from_secs(2 * 3_600);
    let file = fs::File::options().append(true).open(&old);
    let file = file.expect("the file is ours");
    file.set_modified(hours).expect("the file is ours");
    drop(file);
    package.expect("graph", false);
    assert!(!old.exists());
    assert!(young.exists());
}
