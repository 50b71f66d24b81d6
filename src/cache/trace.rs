//! What a run asked of the machine and what it was answered: all that its outcome depends on.
//!
//! In: the machine as it is now. Out: whether it would answer the same.
//! *Invariant:* nothing is taken for unchanged that was not looked at: an equal stamp proves something only where any
//! change would have given another one, and a folder's stamp speaks for the names in it, not for what is behind them.

use std::sync::atomic::{AtomicUsize, Ordering};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::Map;
use crate::system::{Digest, Machine, Stamp};

/// A stamp as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptStamp {
    folder: bool,
    size: u64,
    modified: i64,
    changed: i64,
    node: u64,
}

impl From<Stamp> for KeptStamp {
    fn from(stamp: Stamp) -> Self {
        let Stamp {
            folder,
            size,
            modified,
            changed,
            node,
        } = stamp;
        Self {
            folder,
            size,
            modified,
            changed,
            node,
        }
    }
}

impl From<KeptStamp> for Stamp {
    fn from(stamp: KeptStamp) -> Self {
        let KeptStamp {
            folder,
            size,
            modified,
            changed,
            node,
        } = stamp;
        Self {
            folder,
            size,
            modified,
            changed,
            node,
        }
    }
}

/// All questions and answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Trace {
    /// When the first question was asked, in nanoseconds since 1970.
    pub(super) begun: i64,
    /// By folder, sorted by path: a folder stands before those in it.
    pub(super) folders: Vec<Folder>,
    /// The file behind each name of a program.
    pub(super) programs: Vec<(String, Option<(String, KeptStamp)>)>,
    /// The digest of each environment variable that is set.
    pub(super) variables: Vec<(String, Option<Digest>)>,
    /// The digest of all variables whose names begin so.
    pub(super) environments: Vec<(Vec<String>, Digest)>,
    /// The day, where it was asked for.
    pub(super) today: Option<String>,
    /// The folder that the run was started in, where it was asked for.
    pub(super) current_dir: Option<String>,
}

/// What was asked about a folder and what is in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Folder {
    /// Its path.
    pub(super) path: String,
    /// Its stamp: an equal one says that no entry has come, gone or been replaced.
    pub(super) stamp: Option<KeptStamp>,
    /// Its path with links and dots resolved, where anything depends on it.
    pub(super) real: Option<String>,
    /// What was asked.
    pub(super) entries: Vec<Entry>,
}

/// What was asked about one path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The path below the folder; empty for the folder itself.
    pub(super) name: String,
    /// Whether all answers but the content follow from the stamp of the folder and its real path.
    pub(super) implied: bool,
    /// Whether it is a file.
    pub(super) is_file: Option<bool>,
    /// Its path with links and dots resolved.
    pub(super) real: Option<Real>,
    /// Its content.
    pub(super) content: Option<Content>,
    /// The names of the files in it.
    pub(super) files: Option<Names>,
    /// All names in it.
    pub(super) names: Option<Names>,
    /// Of all that links among these lead to, the stamp of what has changed last.
    pub(super) behind_links: Option<KeptStamp>,
}

/// The names in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Names {
    /// Their digest.
    Are(Digest),
    /// They cannot be read.
    Unknown,
}

/// A path with links and dots resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Real {
    /// The real path of the folder and the name.
    Below,
    /// Another one.
    Elsewhere(String),
    /// There is none.
    Nowhere,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Content {
    /// Its stamp before it was read, and the digest of its bytes.
    Bytes(KeptStamp, Digest),
    /// Why it cannot be read.
    Refused(String),
}

impl Folder {
    pub(super) fn path_of(&self, name: &str) -> Utf8PathBuf {
        let path = Utf8PathBuf::from(&self.path);
        if name.is_empty() {
            path
        } else {
            path.join(name)
        }
    }
}

impl Names {
    /// What a folder answered.
    pub(super) fn of(answer: Option<&[String]>) -> Self {
        let Some(names) = answer else {
            return Self::Unknown;
        };
        let mut hasher = blake3::Hasher::new();
        for name in names {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
        }
        Self::Are(hasher.finalize().into())
    }
}

/// The digest of the value of a variable.
pub(super) fn digest_of_value(value: Option<String>) -> Option<Digest> {
    value.map(|value| blake3::hash(value.as_bytes()).into())
}

impl Trace {
    /// Whether the machine would answer every question as it did; if so, how many answers had to be asked for anew
    /// because no stamp vouched for them. These have the stamps of now.
    pub(super) fn still_holds(&mut self, machine: &dyn Machine) -> Option<usize> {
        let begun = machine.now();
        let process_is_the_same = self.programs_are_the_same(machine)
            && self.environment_is_the_same(machine)
            && self
                .today
                .as_ref()
                .is_none_or(|day| *day == machine.today());
        if !process_is_the_same {
            return None;
        }
        let check = Check {
            machine,
            since: self.begun,
            renewed: AtomicUsize::new(0),
        };
        let steady: Vec<bool> = self
            .folders
            .par_iter_mut()
            .map(|folder| check.is_steady(folder))
            .collect();
        let is_same = self.real_paths_are_the_same(machine, &steady)
            && self
                .folders
                .par_iter_mut()
                .zip(&steady)
                .all(|(folder, steady)| check.folder(folder, *steady));
        let renewed = check.renewed.into_inner();
        self.begun = begun;
        is_same.then_some(renewed)
    }

    /// Whether a program that was started at `time` (nanoseconds since 1970) has seen what was looked at behind it:
    /// that had been at rest by then, or was the same `before`.
    pub(super) fn was_settled(&self, time: i64, before: Option<&Self>) -> bool {
        let known: Map<&str, &Folder> = before
            .iter()
            .flat_map(|before| &before.folders)
            .map(|folder| (folder.path.as_str(), folder))
            .collect();
        let is_settled = |stamp: &KeptStamp| Stamp::from(*stamp).is_settled(time);
        self.folders.iter().all(|folder| {
            let is_at_rest = folder.stamp.as_ref().is_some_and(is_settled);
            let known = known.get(folder.path.as_str());
            folder.entries.iter().all(|entry| {
                let content_is_at_rest = match &entry.content {
                    None => true,
                    Some(Content::Bytes(stamp, _)) => is_settled(stamp),
                    Some(Content::Refused(_)) => false,
                };
                let vouched_for =
                    entry.implied || entry.behind_links.as_ref().is_some_and(is_settled);
                (content_is_at_rest && is_at_rest && vouched_for)
                    || known.is_some_and(|known| known.entries.contains(entry))
            })
        })
    }

    /// Both as one; `None` where they cannot be one.
    pub(super) fn with(mut self, other: Self) -> Option<Self> {
        self.begun = self.begun.min(other.begun);
        let mut at: Map<String, usize> = Map::default();
        for (index, folder) in self.folders.iter().enumerate() {
            at.insert(folder.path.clone(), index);
        }
        for folder in other.folders {
            let Some(&index) = at.get(&folder.path) else {
                self.folders.push(folder);
                continue;
            };
            let known = &mut self.folders[index];
            let real = known.real.take().or_else(|| folder.real.clone());
            if folder.real.is_some() && folder.real != real {
                return None;
            }
            known.real = real;
            // Where they differ, none of them vouches for all entries.
            known.stamp = known.stamp.filter(|stamp| Some(*stamp) == folder.stamp);
            known.entries.extend(folder.entries);
        }
        self.folders.sort_by(|a, b| a.path.cmp(&b.path));
        self.programs.extend(other.programs);
        self.variables.extend(other.variables);
        self.environments.extend(other.environments);
        let one = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        if !one(&self.today, &other.today) || !one(&self.current_dir, &other.current_dir) {
            return None;
        }
        self.today = self.today.or(other.today);
        self.current_dir = self.current_dir.or(other.current_dir);
        Some(self)
    }

    /// Whether another trace has the same questions and answers, whatever vouches for them.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let said = |trace: &Self| {
            let Self {
                begun: _,
                folders: _,
                programs,
                variables,
                environments,
                today,
                current_dir,
            } = trace.clone();
            (programs, variables, environments, today, current_dir)
        };
        let same = |(a, b): (&Folder, &Folder)| {
            (&a.path, &a.real, &a.entries) == (&b.path, &b.real, &b.entries)
        };
        said(self) == said(other)
            && self.folders.len() == other.folders.len()
            && self.folders.iter().zip(&other.folders).all(same)
    }

    fn programs_are_the_same(&self, machine: &dyn Machine) -> bool {
        self.programs.iter().all(|(name, known)| {
            let found = machine.program(name);
            match (known, found) {
                (None, None) => true,
                (Some((path, stamp)), Some(found)) => {
                    let stamp = Stamp::from(*stamp);
                    *path == found
                        && stamp.is_settled(self.begun)
                        && machine.stamp(&found).is_ok_and(|now| now == stamp)
                }
                _ => false,
            }
        })
    }

    fn environment_is_the_same(&self, machine: &dyn Machine) -> bool {
        let folder = machine.current_dir().ok();
        let mut variables = self.variables.iter();
        let mut environments = self.environments.iter();
        self.current_dir
            .as_ref()
            .is_none_or(|known| folder.is_some_and(|it| it == *known))
            && variables.all(|(name, value)| digest_of_value(machine.variable(name)) == *value)
            && environments.all(|(beginnings, digest)| {
                let beginnings: Vec<&str> = beginnings.iter().map(String::as_str).collect();
                machine.environment(&beginnings) == *digest
            })
    }

    /// The real path of a folder follows from that of the folder around it, where that has kept its entries.
    fn real_paths_are_the_same(&self, machine: &dyn Machine, steady: &[bool]) -> bool {
        let mut known: Map<&str, (&Utf8Path, bool)> = Map::default();
        for (folder, &steady) in self.folders.iter().zip(steady) {
            let Some(real) = folder.real.as_deref().map(Utf8Path::new) else {
                continue;
            };
            let path = Utf8Path::new(&folder.path);
            let around = path.parent();
            let around = around.and_then(|around| known.get(around.as_str()));
            let follows = around.zip(path.file_name()).is_some_and(|(around, name)| {
                let (around, is_steady) = *around;
                is_steady && real.parent() == Some(around) && real.file_name() == Some(name)
            });
            if !follows && !machine.canonicalize(path).is_ok_and(|now| now == real) {
                return false;
            }
            known.insert(&folder.path, (real, steady));
        }
        true
    }
}

/// One look at the machine.
struct Check<'m> {
    machine: &'m dyn Machine,
    /// When the questions were asked that are compared with.
    since: i64,
    renewed: AtomicUsize,
}

impl Check<'_> {
    /// Whether the entries of a folder are those that they were.
    fn is_steady(&self, folder: &mut Folder) -> bool {
        let now = self.machine.stamp(Utf8Path::new(&folder.path)).ok();
        let known = folder.stamp.map(Stamp::from);
        if now.is_some() && now == known && known.is_some_and(|it| it.is_settled(self.since)) {
            return true;
        }
        self.renewed
            .fetch_add(usize::from(now.is_some()), Ordering::Relaxed);
        folder.stamp = now.map(KeptStamp::from);
        false
    }

    fn folder(&self, folder: &mut Folder, steady: bool) -> bool {
        let mut entries = std::mem::take(&mut folder.entries);
        let is_same = entries.iter_mut().all(|entry| {
            let path = folder.path_of(&entry.name);
            self.content(&path, entry)
                && ((steady && entry.implied) || self.answers(folder, &path, entry))
        });
        folder.entries = entries;
        is_same
    }

    fn content(&self, path: &Utf8Path, entry: &mut Entry) -> bool {
        let (stamp, digest) = match &mut entry.content {
            None => return true,
            Some(Content::Refused(reason)) => {
                let read = self.machine.read(path);
                return read.is_err_and(|error| error.to_string() == *reason);
            }
            Some(Content::Bytes(stamp, digest)) => (stamp, digest),
        };
        let known = Stamp::from(*stamp);
        if known.is_settled(self.since) && self.machine.stamp(path).is_ok_and(|now| now == known) {
            return true;
        }
        let Ok((now, bytes)) = self.machine.read_stamped(path, u64::MAX) else {
            return false;
        };
        self.renewed.fetch_add(1, Ordering::Relaxed);
        *stamp = now.into();
        *digest == *blake3::hash(&bytes).as_bytes()
    }

    /// Whether all but the content is the same.
    fn answers(&self, folder: &Folder, path: &Utf8Path, entry: &Entry) -> bool {
        let names = |answer: std::io::Result<Vec<String>>| Names::of(answer.ok().as_deref());
        entry
            .is_file
            .is_none_or(|known| self.machine.is_file(path) == known)
            && entry
                .real
                .as_ref()
                .is_none_or(|real| self.is_real(folder, path, entry, real))
            && entry
                .files
                .is_none_or(|known| names(self.machine.files_in(path)) == known)
            && entry
                .names
                .is_none_or(|known| names(self.machine.names_in(path)) == known)
    }

    fn is_real(&self, folder: &Folder, path: &Utf8Path, entry: &Entry, real: &Real) -> bool {
        let now = self.machine.canonicalize(path).ok();
        match real {
            Real::Nowhere => now.is_none(),
            Real::Elsewhere(known) => now.is_some_and(|now| now == *known),
            Real::Below => {
                let around = folder.real.as_deref().map(Utf8Path::new);
                around.is_some_and(|around| now == Some(around.join(&entry.name)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000_000;

    /// A stamp of a change at this second.
    fn stamp(second: i64) -> KeptStamp {
        KeptStamp {
            folder: true,
            size: 1,
            modified: second * SECOND + 1,
            changed: second * SECOND + 1,
            node: 7,
        }
    }

    /// A folder in which there is no file `x`.
    fn trace(path: &str, begun: i64, changed: i64) -> Trace {
        let entry = Entry {
            name: "x".to_owned(),
            implied: true,
            is_file: Some(false),
            ..Entry::default()
        };
        Trace {
            begun: begun * SECOND,
            folders: vec![Folder {
                path: path.to_owned(),
                stamp: Some(stamp(changed)),
                real: None,
                entries: vec![entry],
            }],
            ..Trace::default()
        }
    }

    #[test]
    fn what_a_program_has_seen_was_at_rest_or_known_before() {
        let (calm, busy) = (trace("/w", 50, 10), trace("/w", 50, 40));
        let started = 40 * SECOND;
        assert!(calm.was_settled(started, None));
        assert!(!busy.was_settled(started, None));
        assert!(busy.was_settled(started, Some(&trace("/w", 39, 38))));
        let elsewhere = trace("/v", 39, 38);
        assert!(!busy.was_settled(started, Some(&elsewhere)));
        let mut otherwise = trace("/w", 39, 38);
        otherwise.folders[0].entries[0].is_file = Some(true);
        assert!(!busy.was_settled(started, Some(&otherwise)));
        // What links lead to is not vouched for by the folder.
        let mut linked = calm.clone();
        linked.folders[0].entries[0].implied = false;
        assert!(!linked.was_settled(started, None));
        linked.folders[0].entries[0].behind_links = Some(stamp(10));
        assert!(linked.was_settled(started, None));
        linked.folders[0].entries[0].behind_links = Some(stamp(40));
        assert!(!linked.was_settled(started, None));
    }

    #[test]
    fn two_traces_are_one_that_is_as_careful_as_both() {
        let one = trace("/w", 50, 10).with(trace("/w", 20, 10)).unwrap();
        assert_eq!(one.begun, 20 * SECOND);
        assert_eq!(one.folders.len(), 1);
        assert_eq!(one.folders[0].stamp, Some(stamp(10)));
        assert_eq!(one.folders[0].entries.len(), 2);
        // The folder has changed between them.
        let one = trace("/w", 50, 10).with(trace("/w", 20, 15)).unwrap();
        assert_eq!(one.folders[0].stamp, None);
        // The folder around stands before.
        let one = trace("/w/a", 50, 10).with(trace("/w", 20, 10)).unwrap();
        let paths: Vec<&str> = one.folders.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths, ["/w", "/w/a"]);
        let on = |day: &str| Trace {
            today: Some(day.to_owned()),
            ..Trace::default()
        };
        assert!(on("2026-11-24").with(on("2026-11-24")).is_some());
        assert!(on("2026-11-24").with(on("2026-11-25")).is_none());
    }
}
