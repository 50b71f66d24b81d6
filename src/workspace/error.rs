//! Why a workspace could not be loaded, and what to do about it.

use camino::Utf8PathBuf;

/// Why a workspace could not be loaded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    /// No manifest in the folder or above it.
    #[error("no Cargo.toml in `{folder}` or any folder above it")]
    NoManifest {
        /// Where the search began.
        folder: Utf8PathBuf,
    },
    /// The manifest that was named is not there.
    #[error("the manifest `{path}` does not exist")]
    ManifestMissing {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// A folder was named, or a file of another name.
    #[error("`{path}` is not a Cargo.toml")]
    NotAManifest {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// Cargo could not be started.
    #[error("cannot start `{cargo}`: {reason}")]
    CargoMissing {
        /// The program.
        cargo: String,
        /// What the operating system says.
        reason: String,
    },
    /// Cargo ended with an error.
    #[error("`cargo metadata` failed:\n{stderr}")]
    CargoFailed {
        /// What cargo printed.
        stderr: String,
    },
    /// Cargo's answer cannot be read.
    #[error("cannot read the output of `cargo metadata`: {reason}")]
    Unreadable {
        /// What is wrong with it.
        reason: String,
    },
    /// A filter names no member.
    #[error("no package of the workspace matches `{pattern}`")]
    UnknownPackage {
        /// The filter as given.
        pattern: String,
        /// The closest name there is.
        near: Option<String>,
    },
    /// A filter that is no pattern.
    #[error("`{pattern}` is not a valid package pattern: {reason}")]
    BadPattern {
        /// The filter as given.
        pattern: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Two filters leave nothing.
    #[error("the package filters leave no package to check")]
    NothingSelected,
}

impl LoadError {
    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> Option<String> {
        let help = match self {
            Self::NoManifest { .. } => {
                "run it inside a cargo package or workspace, or name one with --manifest-path"
                    .to_owned()
            }
            Self::ManifestMissing { .. } => "check the path given to --manifest-path".to_owned(),
            Self::NotAManifest { path } => {
                format!(
                    "--manifest-path takes the manifest itself, such as `{}`",
                    path.join("Cargo.toml")
                )
            }
            Self::CargoMissing { .. } => {
                "install Rust from https://rustup.rs, or set CARGO to the path of cargo".to_owned()
            }
            Self::CargoFailed { .. } => {
                "repair what cargo complains about: `cargo metadata --no-deps` must succeed"
                    .to_owned()
            }
            Self::UnknownPackage { near, .. } => format!("did you mean `{}`?", near.as_ref()?),
            Self::Unreadable { .. } | Self::BadPattern { .. } | Self::NothingSelected => {
                return None;
            }
        };
        Some(help)
    }
}
