//! The rule file of a run.
//!
//! In: `--config`, the environment, the workspace root. Out: the file's path and text.
//! *Invariant:* never guesses: two rule files at once are an error that names both.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use crate::system::System;

/// The variable that names the rule file.
pub(super) const VARIABLE: &str = "BULKHEAD_CONFIG";

/// Where a rule file is looked for, below the workspace root.
const PLACES: [&str; 3] = ["bulkhead.toml", ".bulkhead.toml", ".config/bulkhead.toml"];

/// A rule file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundRules {
    /// Where it is.
    pub path: Utf8PathBuf,
    /// The path shown to people: below the workspace root without it, with `/`.
    pub display: String,
    /// Its text.
    pub text: String,
}

/// Why there is no rule file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FindError {
    /// There is none: `cargo bulkhead init` writes one.
    #[error("no rule file in `{root}`")]
    Missing {
        /// The workspace root.
        root: Utf8PathBuf,
    },
    /// There are several.
    #[error("two rule files: `{first}` and `{second}`")]
    Ambiguous {
        /// The one that is looked for first.
        first: Utf8PathBuf,
        /// The other.
        second: Utf8PathBuf,
    },
    /// The one that was asked for, or found, cannot be read.
    #[error("cannot read the rule file `{path}`{}: {source}", asked(*.from_variable))]
    Unreadable {
        /// Where it should be.
        path: Utf8PathBuf,
        /// Whether the environment variable named it.
        from_variable: bool,
        /// What the file system says.
        source: io::Error,
    },
}

fn asked(from_variable: bool) -> &'static str {
    if from_variable {
        " (from `BULKHEAD_CONFIG`)"
    } else {
        ""
    }
}

/// Finds and reads the rule file: `--config`, then `BULKHEAD_CONFIG` (both relative to `folder`),
/// then the usual places below `root`.
///
/// # Errors
/// See [`FindError`].
pub(crate) fn find(
    system: &dyn System,
    config: Option<&Utf8Path>,
    folder: &Utf8Path,
    root: &Utf8Path,
) -> Result<FoundRules, FindError> {
    if let Some(path) = config {
        return read(system, folder.join(path), root, false);
    }
    if let Some(path) = system.variable(VARIABLE).filter(|path| !path.is_empty()) {
        return read(system, folder.join(path), root, true);
    }
    let mut found = PLACES
        .iter()
        .map(|place| root.join(place))
        .filter(|path| system.is_file(path));
    match (found.next(), found.next()) {
        (None, _) => Err(FindError::Missing {
            root: root.to_owned(),
        }),
        (Some(first), Some(second)) => Err(FindError::Ambiguous { first, second }),
        (Some(path), None) => read(system, path, root, false),
    }
}

fn read(
    system: &dyn System,
    path: Utf8PathBuf,
    root: &Utf8Path,
    from_variable: bool,
) -> Result<FoundRules, FindError> {
    let text = system.read(&path).and_then(|bytes| {
        String::from_utf8(bytes)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
    });
    match text {
        Ok(text) => Ok(FoundRules {
            display: display(&path, root),
            path,
            text,
        }),
        Err(source) => Err(FindError::Unreadable {
            path,
            from_variable,
            source,
        }),
    }
}

fn display(path: &Utf8Path, root: &Utf8Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .as_str()
        .replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use crate::base::Map;
    use crate::system::ProcessOutput;

    use super::*;

    #[derive(Default)]
    struct Files {
        files: Map<Utf8PathBuf, String>,
        variable: Option<String>,
    }

    impl System for Files {
        fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
            let text = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
            Ok(text.clone().into_bytes())
        }
        fn write_new(&self, _: &Utf8Path, _: &[u8]) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn is_file(&self, path: &Utf8Path) -> bool {
            self.files.contains_key(path)
        }
        fn files_in(&self, _: &Utf8Path) -> io::Result<Vec<String>> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn canonicalize(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf> {
            Ok(path.to_owned())
        }
        fn run(&self, _: &str, _: &[String], _: &Utf8Path) -> io::Result<ProcessOutput> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn variable(&self, name: &str) -> Option<String> {
            self.variable.clone().filter(|_| name == VARIABLE)
        }
        fn current_dir(&self) -> io::Result<Utf8PathBuf> {
            Ok("/w".into())
        }
        fn today(&self) -> String {
            "2027-01-01".to_owned()
        }
    }

    fn files(paths: &[&str], variable: Option<&str>) -> Files {
        Files {
            files: paths
                .iter()
                .map(|path| (path.into(), format!("# {path}")))
                .collect(),
            variable: variable.map(str::to_owned),
        }
    }

    fn find_in(files: &Files, config: Option<&str>) -> Result<String, String> {
        let found = find(
            files,
            config.map(Utf8Path::new),
            "/w/sub".into(),
            "/w".into(),
        );
        found
            .map(|found| format!("{} {}", found.display, found.text))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_most_explicit_wish_wins() {
        let all = ["/w/sub/a.toml", "/etc/b.toml", "/w/.config/bulkhead.toml"];
        let with_variable = files(&all, Some("/etc/b.toml"));
        assert_eq!(
            find_in(&with_variable, Some("a.toml")).unwrap(),
            "sub/a.toml # /w/sub/a.toml"
        );
        assert_eq!(
            find_in(&with_variable, None).unwrap(),
            "/etc/b.toml # /etc/b.toml"
        );
        assert_eq!(
            find_in(&files(&all, None), None).unwrap(),
            ".config/bulkhead.toml # /w/.config/bulkhead.toml"
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let two = files(&["/w/bulkhead.toml", "/w/.bulkhead.toml"], None);
        assert_eq!(
            find_in(&two, None).unwrap_err(),
            "two rule files: `/w/bulkhead.toml` and `/w/.bulkhead.toml`"
        );
        assert_eq!(
            find_in(&files(&[], None), None).unwrap_err(),
            "no rule file in `/w`"
        );
        let gone = find_in(&files(&[], Some("x.toml")), None).unwrap_err();
        assert!(
            gone.starts_with(
                "cannot read the rule file `/w/sub/x.toml` (from `BULKHEAD_CONFIG`): "
            ),
            "{gone}"
        );
    }
}
