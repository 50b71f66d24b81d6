//! What is asked of a workspace.
//!
//! In: what was typed. Out: [`LoadOptions`].
//! *Invariant:* plain data.

use camino::Utf8PathBuf;

/// What to load.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoadOptions {
    /// The manifest; without it, the one of the current folder or the nearest above.
    pub manifest_path: Option<Utf8PathBuf>,
    /// The folder that relative paths start from.
    pub current_dir: Utf8PathBuf,
    /// The program to call: `$CARGO`, or `cargo`.
    pub cargo: String,
    /// Further flags for cargo: `--locked`, `--offline`, `--frozen`.
    pub flags: Vec<String>,
    /// The members to check, as names or globs; empty = all.
    pub packages: Vec<String>,
    /// The members to leave alone, as names or globs.
    pub exclude: Vec<String>,
}
