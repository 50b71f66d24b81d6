//! The machine itself.

#![expect(
    clippy::disallowed_methods,
    reason = "this file is the one door to the machine"
)]

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use camino::{Utf8Path, Utf8PathBuf};

use super::{ProcessOutput, System};
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
