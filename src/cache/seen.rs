//! What was asked while it happens, and the [`Trace`] that it becomes.
//!
//! In: questions and their answers, from any thread. Out: a trace, with the stamps of the folders that vouch for answers.
//! *Invariant:* a question that was answered in two ways, or that nobody can ask again, leaves no trace at all.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::trace::{Content, Entry, Folder, KeptStamp, Names, Real, Trace};
use crate::base::{Map, Set};
use crate::system::{Digest, Entry as Place, Links, Machine};

/// What was asked about a path.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) is_file: Option<bool>,
    pub(super) real: Option<RealPath>,
    pub(super) content: Option<Content>,
    pub(super) files: Option<Names>,
    pub(super) names: Option<Names>,
    /// The links among what was listed there.
    pub(super) links: Option<Links>,
}

/// A path with links and dots resolved, if it leads anywhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RealPath {
    Is(Utf8PathBuf),
    Nowhere,
}

/// All that was asked so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) paths: Map<String, Asked>,
    pub(super) programs: BTreeMap<String, Option<(String, KeptStamp)>>,
    pub(super) variables: BTreeMap<String, Option<Digest>>,
    pub(super) environments: BTreeMap<Vec<String>, Digest>,
    pub(super) today: Option<String>,
    pub(super) current_dir: Option<String>,
    /// Whether something cannot be asked again, or was answered in two ways.
    pub(super) is_lost: bool,
}

impl Seen {
    /// What was asked about a path.
    pub(super) fn at(&mut self, path: &Utf8Path) -> &mut Asked {
        self.paths.entry(path.to_string()).or_default()
    }

    /// Puts an answer where it belongs, unless there was another one.
    pub(super) fn note<T: PartialEq>(
        &mut self,
        path: &Utf8Path,
        place: impl Fn(&mut Asked) -> &mut Option<T>,
        answer: T,
    ) {
        let known = place(self.at(path));
        let is_other = known.as_ref().is_some_and(|known| *known != answer);
        *known = Some(answer);
        self.is_lost |= is_other;
    }

    /// The trace of all questions, the first of which was asked at `begun`.
    pub(super) fn trace(self, machine: &dyn Machine, begun: i64) -> Option<Trace> {
        if self.is_lost {
            return None;
        }
        let mut paths: Vec<(String, Asked)> = self.paths.into_iter().collect();
        paths.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        Some(Trace {
            begun,
            folders: Folders::new(machine, &paths).all(paths),
            programs: self.programs.into_iter().collect(),
            variables: self.variables.into_iter().collect(),
            environments: self.environments.into_iter().collect(),
            today: self.today,
            current_dir: self.current_dir,
        })
    }
}

/// Which folder vouches for which answer. Paths are kept as text: those of folders are compared and hashed piece by piece.
struct Folders<'m> {
    machine: &'m dyn Machine,
    /// The names in folders that hold nothing but plain files and folders.
    lists: Map<String, Set<String>>,
    /// What stands at other paths, links not followed.
    places: Map<String, Place>,
    /// The real paths of folders, where they have one.
    real: BTreeMap<String, Option<Utf8PathBuf>>,
    entries: BTreeMap<String, Vec<Entry>>,
}

impl<'m> Folders<'m> {
    /// Lists the folders of all files that were read: most of the other paths are in these.
    fn new(machine: &'m dyn Machine, paths: &[(String, Asked)]) -> Self {
        let read = paths.iter().filter(|(_, asked)| asked.content.is_some());
        let folders = read.filter_map(|(path, _)| Utf8Path::new(path).parent());
        let folders: BTreeSet<&str> = folders.map(Utf8Path::as_str).collect();
        let lists = folders
            .into_par_iter()
            .filter_map(|folder| {
                let list = machine.list(Utf8Path::new(folder)).ok()?;
                let list = Some(list).filter(|list| list.links == Links::None)?;
                Some((folder.to_owned(), list.names.into_iter().collect()))
            })
            .collect();
        Self {
            machine,
            lists,
            places: Map::default(),
            real: BTreeMap::new(),
            entries: BTreeMap::new(),
        }
    }

    /// The folders, sorted by path, with their stamps.
    fn all(mut self, paths: Vec<(String, Asked)>) -> Vec<Folder> {
        for (path, asked) in paths {
            self.add(Utf8Path::new(&path), asked);
        }
        for (folder, _) in self.real.iter().filter(|(_, real)| real.is_some()) {
            self.entries.entry(folder.clone()).or_default();
        }
        let real = self.real;
        let folders: Vec<(String, Vec<Entry>)> = self.entries.into_iter().collect();
        folders
            .into_par_iter()
            .map(|(path, entries)| Folder {
                stamp: self
                    .machine
                    .stamp(Utf8Path::new(&path))
                    .ok()
                    .map(KeptStamp::from),
                real: real.get(&path).cloned().flatten().map(String::from),
                path,
                entries,
            })
            .collect()
    }

    fn add(&mut self, path: &Utf8Path, asked: Asked) {
        if asked.files.is_some() || asked.names.is_some() {
            self.add_listing(path, &asked);
        }
        if asked.is_file.is_none() && asked.real.is_none() && asked.content.is_none() {
            return;
        }
        let (folder, below) = self.home(path);
        let real = asked.real.map(|real| self.real_entry(path, folder, real));
        let is_below = real.as_ref().is_none_or(|real| *real == Real::Below);
        let is_implied = match asked.is_file {
            None => true,
            Some(true) => self.place(path) == Place::File,
            Some(false) => self.place(below) == Place::Absent,
        };
        let entry = Entry {
            name: name_below(path, folder),
            implied: is_below && is_implied,
            is_file: asked.is_file,
            real,
            content: asked.content,
            ..Entry::default()
        };
        self.push(folder, entry);
    }

    fn push(&mut self, folder: &Utf8Path, entry: Entry) {
        let entries = self.entries.entry(folder.to_string());
        entries.or_default().push(entry);
    }

    /// A list of names is a matter of the folder itself; that there is none, one of the folder above.
    fn add_listing(&mut self, path: &Utf8Path, asked: &Asked) {
        let (folder, implied) = if self.place(path) == Place::Folder {
            (path, asked.links == Some(Links::None))
        } else {
            let (folder, below) = self.home(path);
            (folder, self.place(below) == Place::Absent)
        };
        let entry = Entry {
            name: name_below(path, folder),
            implied,
            files: asked.files,
            names: asked.names,
            behind_links: match asked.links {
                Some(Links::Lead(last)) => Some(last.into()),
                _ => None,
            },
            ..Entry::default()
        };
        self.push(folder, entry);
    }

    /// The innermost folder around a path that is there, and what is or is not in it on the way to the path.
    fn home<'p>(&mut self, path: &'p Utf8Path) -> (&'p Utf8Path, &'p Utf8Path) {
        let mut below = path;
        while let Some(around) = below.parent() {
            if self.is_folder(around) {
                return (around, below);
            }
            below = around;
        }
        (below, path)
    }

    fn is_folder(&mut self, path: &Utf8Path) -> bool {
        match self.place(path) {
            Place::Folder => true,
            Place::Other => self.machine.stamp(path).is_ok_and(|it| it.folder),
            Place::File | Place::Absent => false,
        }
    }

    fn place(&mut self, path: &Utf8Path) -> Place {
        if self.lists.contains_key(path.as_str()) {
            return Place::Folder;
        }
        let names = path.parent();
        let names = names.and_then(|around| self.lists.get(around.as_str()));
        if let Some((names, name)) = names.zip(path.file_name()) {
            return if names.contains(name) {
                Place::File
            } else if names.contains(&format!("{name}/")) {
                Place::Folder
            } else {
                Place::Absent
            };
        }
        if let Some(place) = self.places.get(path.as_str()) {
            return *place;
        }
        let place = self.machine.entry(path);
        self.places.insert(path.to_string(), place);
        place
    }

    /// How the real path of what is in a folder is kept.
    fn real_entry(&mut self, path: &Utf8Path, folder: &Utf8Path, real: RealPath) -> Real {
        let RealPath::Is(real) = real else {
            return Real::Nowhere;
        };
        if real.as_str() == path.as_str() {
            // Then no folder above it is a link either.
            for around in path.ancestors().skip(1) {
                if self.real.contains_key(around.as_str()) {
                    break;
                }
                self.real
                    .insert(around.to_string(), Some(around.to_owned()));
            }
        } else if !self.real.contains_key(folder.as_str()) {
            let real = self.machine.canonicalize(folder).ok();
            self.real.insert(folder.to_string(), real);
        }
        let around = self.real.get(folder.as_str()).and_then(Option::as_deref);
        let is_below = path.parent() == Some(folder)
            && real.file_name() == path.file_name()
            && real.parent() == around;
        if is_below {
            Real::Below
        } else {
            Real::Elsewhere(real.into())
        }
    }
}

fn name_below(path: &Utf8Path, folder: &Utf8Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string()
}
