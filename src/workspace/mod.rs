//! The workspace as cargo sees it: packages, targets, dependencies.
//!
//! In: what was asked for ([`LoadOptions`]) and a [`System`]. Out: a [`Workspace`], or a [`LoadError`] that says what to do.
//! *Invariant:* the only home of `cargo_metadata`; knows no syntax, no rule, and needs neither a lock file nor the network.

mod crates;
mod error;
mod inputs;
mod load;
mod model;
mod options;
mod patch;
mod shown;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use error::LoadError;
pub(crate) use inputs::VARIABLES;
pub(crate) use load::load;
pub(crate) use model::{
    Dependency, DependencyKinds, Edition, Package, Target, TargetKind, Workspace,
};
pub(crate) use options::LoadOptions;
pub(crate) use shown::shown_path;
pub(crate) use target::{root_folder, target_folder};

use camino::Utf8Path;

use crate::system::System;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// What is wrong, as a lowercase phrase: the file cannot be read, or is not UTF-8.
pub(crate) fn read_text(system: &dyn System, path: &Utf8Path) -> Result<String, String> {
    let mut bytes = system
        .read(path)
        .map_err(|error| format!("cannot read the file: {}", phrase(&error)))?;
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid]
            .iter()
            .filter(|&&byte| byte == b'\n');
        format!("the file is not UTF-8 (line {})", line.count() + 1)
    })
}

/// What the operating system says, without its number.
fn phrase(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + letters.as_str()
    })
}
