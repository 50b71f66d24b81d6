//! The parser beside syn: what syn takes is taken here too, in all code there is at hand.
//!
//! `BULKHEAD_CORPUS=FOLDER cargo test --lib --release parser_takes_what_syn_takes` does the same over every Rust file below
//! a folder.
#![expect(
    clippy::disallowed_methods,
    reason = "it reads whatever Rust files there are"
)]

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::facts::rust::read;

/// The Rust files below a folder.
fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "target") {
                rust_files(&path, files);
            }
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn the_parser_takes_what_syn_takes() {
    let given = std::env::var_os("BULKHEAD_CORPUS").map(PathBuf::from);
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&given.unwrap_or(own), &mut files);
    let pool = rayon::ThreadPoolBuilder::new().stack_size(64 << 20).build();
    let refused: Vec<String> = pool.expect("threads").install(|| {
        let refused = files.par_iter().filter_map(|path| {
            let text = std::fs::read_to_string(path).ok()?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let error = read(text).error?;
            syn::parse_file(text).is_ok().then(|| {
                let line = text[..error.span.start as usize].lines().count();
                format!("{}:{line}: {}", path.display(), error.message)
            })
        });
        refused.collect()
    });
    assert!(files.len() > 100, "{} files", files.len());
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
