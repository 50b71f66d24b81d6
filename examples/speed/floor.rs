//! What no tool on syn can avoid: to read the files and parse them; and what no tool can: to look whether they changed.
//!
//! Each is a process of its own (this program again), so that it pays for its start like the tool does.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

/// Reads and parses every Rust file below a folder; prints how many items there are.
pub(crate) fn parse(folder: &Path, jobs: usize) -> io::Result<usize> {
    let mut files = Vec::new();
    rust_files(folder, &mut files)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    Ok(pool.map_err(io::Error::other)?.install(|| {
        let parsed = files.par_iter().with_max_len(1).map(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            syn::parse_file(&text).map_or(0, |file| file.items.len())
        });
        parsed.sum()
    }))
}

/// Asks for the state of every Rust file below a folder, on one thread.
pub(crate) fn stat(folder: &Path) -> io::Result<u64> {
    let mut files = Vec::new();
    rust_files(folder, &mut files)?;
    let sizes = files
        .iter()
        .map(|path| fs::metadata(path).map_or(0, |it| it.len()));
    Ok(sizes.sum())
}

/// The Rust files below a folder, those of builds and hidden folders aside.
pub(crate) fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let is_left_out = name == "target" || name.to_string_lossy().starts_with('.');
        if path.is_dir() {
            if !is_left_out {
                rust_files(&path, files)?;
            }
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
