//! The machine itself.

#![expect(
    clippy::disallowed_methods,
    reason = "this file is the one door to the machine"
)]

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use camino::{Utf8Path, Utf8PathBuf};

use super::{Digest, Entry, Links, Listing, Machine, Probe, ProcessOutput, Stamp, Stored, System};
use crate::base::is_date;

/// The variable that sets today's date.
const TODAY: &str = "BULKHEAD_TODAY";

/// The machine that the program runs on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RealSystem;

impl System for RealSystem {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn names_ahead(&self, folder: &Utf8Path) -> Vec<String> {
        let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| {
                let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                let end = if is_folder { "/" } else { "" };
                format!("{}{end}", entry.file_name())
            })
            .collect();
        names.sort_unstable();
        names
    }

    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).open(path)?;
        file.write_all(bytes)
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        path.is_file()
    }

    fn files_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in folder.read_dir_utf8()? {
            // A name that is not Unicode is an error of its own here.
            let Ok(entry) = entry else { continue };
            if entry.path().is_file() {
                names.push(entry.file_name().to_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    fn canonicalize(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf> {
        path.canonicalize_utf8()
    }

    fn run(
        &self,
        program: &str,
        arguments: &[String],
        folder: &Utf8Path,
    ) -> io::Result<ProcessOutput> {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()?;
        Ok(ProcessOutput {
            success: output.status.success(),
            stdout: output.stdout,
            stderr: output.stderr,
        })
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn current_dir(&self) -> io::Result<Utf8PathBuf> {
        let folder = std::env::current_dir()?;
        Utf8PathBuf::from_path_buf(folder)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the path is not Unicode"))
    }

    fn today(&self) -> String {
        if let Some(day) = self.variable(TODAY).filter(|day| is_date(day)) {
            return day;
        }
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        civil_date(since.map_or(0, |passed| passed.as_secs() / 86_400))
    }
}

/// Endings of variables that hold secrets, which nothing here depends on.
const SECRETS: [&str; 3] = ["_TOKEN", "_SECRET_KEY", "_PASSWORD"];

impl Probe for RealSystem {
    fn names_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>> {
        Ok(self.list(folder)?.names)
    }

    fn program(&self, name: &str) -> Option<Utf8PathBuf> {
        let path = if Utf8Path::new(name).is_absolute() {
            Some(Utf8PathBuf::from(name)).filter(|path| path.is_file())
        } else {
            in_search_path(name)
        };
        path.filter(|path| !is_script(path))
    }

    fn environment(&self, beginnings: &[&str]) -> Digest {
        let mut variables: Vec<(Vec<u8>, Vec<u8>)> = std::env::vars_os()
            .map(|(name, value)| (name.into_encoded_bytes(), value.into_encoded_bytes()))
            .filter(|(name, _)| {
                let mut beginnings = beginnings.iter();
                beginnings.any(|beginning| name.starts_with(beginning.as_bytes()))
                    && !SECRETS.iter().any(|end| name.ends_with(end.as_bytes()))
            })
            .collect();
        variables.sort();
        let mut hasher = blake3::Hasher::new();
        for (name, value) in variables {
            for text in [name, value] {
                hasher.update(&(text.len() as u64).to_le_bytes());
                hasher.update(&text);
            }
        }
        hasher.finalize().into()
    }
}

impl Machine for RealSystem {
    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |passed| {
            i64::try_from(passed.as_nanos()).unwrap_or(i64::MAX)
        })
    }

    fn stamp(&self, path: &Utf8Path) -> io::Result<Stamp> {
        Ok(Stamp::of(&fs::metadata(path)?))
    }

    fn entry(&self, path: &Utf8Path) -> Entry {
        match fs::symlink_metadata(path) {
            Ok(it) if it.is_dir() => Entry::Folder,
            Ok(it) if it.is_file() => Entry::File,
            Err(error) if error.kind() == ErrorKind::NotFound => Entry::Absent,
            _ => Entry::Other,
        }
    }

    fn list(&self, folder: &Utf8Path) -> io::Result<Listing> {
        let mut names = Vec::new();
        let mut links = Links::None;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let mut is_folder = kind.is_dir();
            let is_plain = is_folder || kind.is_file();
            if !is_plain || entry.file_name().to_str().is_none() {
                let target = fs::metadata(entry.path()).ok();
                is_folder = target.as_ref().is_some_and(fs::Metadata::is_dir);
                links = links.and(target.filter(|_| kind.is_symlink()));
            }
            let mut name = entry.file_name().to_string_lossy().into_owned();
            if is_folder {
                name.push('/');
            }
            names.push(name);
        }
        names.sort();
        Ok(Listing { names, links })
    }

    fn read_stamped(&self, path: &Utf8Path, most: u64) -> io::Result<(Stamp, Vec<u8>)> {
        let mut file = File::open(path)?;
        let stamp = Stamp::of(&file.metadata()?);
        if stamp.size > most {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(stamp.size).unwrap_or(0) + 1);
        file.read_to_end(&mut bytes)?;
        Ok((stamp, bytes))
    }

    fn own_stamp(&self) -> io::Result<Stamp> {
        Ok(Stamp::of(&fs::metadata(std::env::current_exe()?)?))
    }

    fn make_folder(&self, folder: &Utf8Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn replace(&self, path: &Utf8Path, parts: &[&[u8]]) -> io::Result<()> {
        /// No two threads write to one file.
        static NEXT: AtomicU32 = AtomicU32::new(0);

        // Processes of several machines, which share the folder, may have one number.
        let (process, time) = (std::process::id(), self.now());
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let unfinished = path.with_extension(format!("{process}-{time}-{next}.tmp"));
        let written = write_whole(&unfinished, parts).and_then(|()| fs::rename(&unfinished, path));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        written
    }

    fn stored(&self, folder: &Utf8Path) -> io::Result<Vec<Stored>> {
        let mut stored = Vec::new();
        for entry in folder.read_dir_utf8()? {
            let Ok(entry) = entry else { continue };
            // Another process may have removed it.
            let Ok(metadata) = entry.metadata() else {
                continue;
            };
            if metadata.is_file() {
                stored.push(Stored {
                    name: entry.file_name().to_owned(),
                    size: metadata.len(),
                    modified: Stamp::of(&metadata).modified,
                });
            }
        }
        Ok(stored)
    }

    fn touch(&self, path: &Utf8Path) -> io::Result<()> {
        let file = OpenOptions::new().append(true).open(path)?;
        file.set_modified(SystemTime::now())
    }

    fn remove(&self, path: &Utf8Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

impl Links {
    /// With one more, which leads to this.
    fn and(self, target: Option<fs::Metadata>) -> Self {
        let Some(target) = target.map(|it| Stamp::of(&it)) else {
            return Self::Unknown;
        };
        match self {
            Self::Lead(last) if last.last_change() >= target.last_change() => self,
            Self::None | Self::Lead(_) => Self::Lead(target),
            Self::Unknown => Self::Unknown,
        }
    }
}

fn write_whole(path: &Utf8Path, parts: &[&[u8]]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).open(path)?;
    for part in parts {
        file.write_all(part)?;
    }
    Ok(())
}

/// The program that a bare name starts.
#[cfg(unix)]
fn in_search_path(name: &str) -> Option<Utf8PathBuf> {
    use std::os::unix::fs::PermissionsExt;

    if name.is_empty() || name.contains('/') {
        return None;
    }
    let is_program = |path: &std::path::PathBuf| {
        fs::metadata(path).is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
    };
    let places = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&places)
        .map(|folder| folder.join(name))
        .find(is_program)?;
    // One that is relative is another one in each folder.
    let found = Utf8PathBuf::from_path_buf(found).ok()?;
    Some(found).filter(|path| path.is_absolute())
}

/// Elsewhere, programs are found by rules that are not followed here.
#[cfg(not(unix))]
fn in_search_path(_: &str) -> Option<Utf8PathBuf> {
    None
}

fn is_script(path: &Utf8Path) -> bool {
    let mut beginning = [0; 2];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_err() || beginning == *b"#!"
}

/// The civil date of a day counted from 1970-01-01: `civil_from_days` of Howard Hinnant's
/// "chrono-compatible low-level date algorithms", for days that are not negative.
fn civil_date(days: u64) -> String {
    let shifted = days + 719_468; // from 0000-03-01, so that a leap day ends its year
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12 + 1;
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_civil_dates() {
        let known = [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_453, "2025-12-31"),
            (20_454, "2026-01-01"),
            (47_541, "2100-03-01"),
        ];
        for (days, date) in known {
            assert_eq!(civil_date(days), date);
        }
        assert!(is_date(&RealSystem.today()));
    }

    #[test]
    fn a_written_file_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(folder.path().join("b.toml")).unwrap();
        RealSystem.write_new(&path, b"one").unwrap();
        let again = RealSystem.write_new(&path, b"two").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(RealSystem.read(&path).unwrap(), b"one");
    }
}
