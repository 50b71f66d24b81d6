//! The project holds its own architecture: bulkhead.toml, exhaustive, with no exception and no baseline.
#![expect(
    clippy::disallowed_methods,
    reason = "tests run the program and read files"
)]

use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_project_keeps_its_own_rules() {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-bulkhead"))
        .args([
            "bulkhead",
            "check",
            "--deny",
            "warnings",
            "--message-format",
            "short",
        ])
        .current_dir(root())
        .env_remove("BULKHEAD_CONFIG")
        .env("BULKHEAD_NO_CACHE", "1")
        .output()
        .expect("the program starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("no violations"), "{text}");
    assert!(
        !text.contains("excused"),
        "an allowance in our own code: {text}"
    );
}

#[test]
fn the_rule_file_has_no_exception_and_every_stage_has_a_layer() {
    let text =
        std::fs::read_to_string(root().join("bulkhead.toml")).expect("bulkhead.toml is there");
    assert!(!text.contains("[[exception]]"));
    assert!(text.contains("exhaustive = true"));
}
