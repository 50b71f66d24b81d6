//! What a recorded path leads to, as far as types ask for it.
//!
//! In: the program, and a path of a file. Out: a definition, a path outside, or nothing; each path is resolved once a scope.
//! *Invariant:* of several definitions under different conditions the one of an ordinary build is taken.

use super::definitions::{Home, Meaning};
use super::program::Program;
use super::types::Def;
use crate::base::{Name, name};
use crate::facts::code::PathIx;
use crate::facts::{Anchor, PathUse};
use crate::resolve::{Definition, Place, Spaces, TYPES};

/// Names of names outside are followed so far.
const ALIAS_DEPTH: u8 = 8;

impl Program<'_> {
    /// Something of the library, by its path.
    pub(super) fn library(&self, path: &str) -> Option<Def> {
        match self.external(name(path), TYPES) {
            Meaning::Def(def) => Some(def),
            _ => None,
        }
    }

    /// What a path into an external crate leads to.
    pub(super) fn external(&self, path: Name, spaces: Spaces) -> Meaning {
        let key = (path, spaces);
        let known = self
            .externals
            .read()
            .ok()
            .and_then(|it| it.get(&key).copied());
        if let Some(known) = known {
            return known;
        }
        let found = self.external_uncached(path, spaces, 0);
        if let Ok(mut externals) = self.externals.write() {
            externals.insert(key, found);
        }
        found
    }

    fn external_uncached(&self, path: Name, spaces: Spaces, depth: u8) -> Meaning {
        let world = self.world(true);
        let mut segments: Vec<Name> = crate::base::segments(&path).map(name).collect();
        let Some(first) = segments.first_mut() else {
            return Meaning::Nothing;
        };
        if matches!(first.as_str(), "core" | "alloc") {
            *first = name("std");
        }
        let root = world.modules_by_path.get(first).copied();
        let (Some(root), true) = (root, depth < ALIAS_DEPTH) else {
            return Meaning::Foreign(path);
        };
        *first = name("crate");
        let place = Place {
            scope: root.0,
            instance: 0,
            import: None,
            is_derive: false,
            is_path: true,
        };
        let hits = world.resolve(place, Anchor::Lexical, &segments, spaces);
        let meanings = hits.unwrap_or_default();
        for hit in &meanings {
            match hit.definition {
                Definition::Item(item) => {
                    return Meaning::Def(Def {
                        in_library: true,
                        item,
                    });
                }
                Definition::External(other) if other != path => {
                    return self.external_uncached(other, spaces, depth + 1);
                }
                _ => {}
            }
        }
        Meaning::Foreign(path)
    }

    /// What a recorded path leads to, or its first segments.
    pub(super) fn resolve(
        &self,
        home: Home,
        path: PathIx,
        without: usize,
        spaces: Spaces,
    ) -> Meaning {
        let facts = self.facts(home);
        let path = &facts.paths[path as usize];
        let segments = facts.segments(path.path);
        let segments = &segments[..segments.len().saturating_sub(without)];
        let key = (path.scope, path.anchor, spaces, path.cfg, segments);
        let known = &self.resolved[usize::from(home.in_library)][home.instance as usize];
        let found = known.lock().ok().and_then(|it| it.get(&key).copied());
        if let Some(known) = found {
            return known;
        }
        let meaning = self.resolve_anew(home, path, segments, spaces);
        if let Ok(mut known) = known.lock() {
            known.insert(key, meaning);
        }
        meaning
    }

    fn resolve_anew(
        &self,
        home: Home,
        path: &PathUse,
        segments: &[Name],
        spaces: Spaces,
    ) -> Meaning {
        let world = self.world(home.in_library);
        let place = Place {
            scope: world.scope_of[home.instance as usize][path.scope as usize],
            instance: home.instance,
            import: None,
            is_derive: false,
            is_path: true,
        };
        let hits = world.resolve(place, path.anchor, segments, spaces);
        let hits = hits.unwrap_or_default();
        let mut meanings = hits.iter().filter_map(|hit| match hit.definition {
            Definition::Item(item) => Some(Meaning::Def(Def {
                in_library: home.in_library,
                item,
            })),
            Definition::External(path) => Some(self.external(path, spaces)),
            Definition::Module(_) | Definition::Made(..) => None,
        });
        if hits.len() < 2 {
            return meanings.next().unwrap_or(Meaning::Nothing);
        }
        // Under different conditions a path may lead to several: to the one of an ordinary build. Where the path itself
        // is in none, to what stands beside it.
        let is_ordinary = self.is_ordinary_place(home, path.cfg);
        let is_beside = |def: Def| {
            let place = self.item(def);
            !is_ordinary && place.is_some_and(|(place, _)| place == home)
        };
        let meanings: Vec<Meaning> = meanings.collect();
        let defs = meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Def(def) => Some(*def),
            _ => None,
        });
        let defs: Vec<Def> = defs.collect();
        let is_chosen = |def: Def| self.is_ordinary(def) && !self.is_left_out(def, &defs);
        let mut best = (0, Meaning::Nothing);
        for meaning in meanings {
            let rank = match meaning {
                Meaning::Def(def) if is_beside(def) => 4,
                Meaning::Def(def) if is_chosen(def) => 3,
                Meaning::Def(_) => 2,
                Meaning::Foreign(_) => 1,
                Meaning::Nothing => 0,
            };
            if rank > best.0 {
                best = (rank, meaning);
            }
        }
        best.1
    }
}
