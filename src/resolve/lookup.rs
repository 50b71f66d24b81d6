//! One name in one scope: explicit names first, then globs, each namespace for itself
//! (<https://doc.rust-lang.org/reference/names/name-resolution.html>).

use super::asked::note;
use super::scopes::{
    ALL, Definition, Entry, Hit, ImportId, ItemId, Meaning, ScopeId, Seen, Spaces, TYPES, World,
};
use crate::base::{Cause, Name, Set, join_names};
use crate::facts::ItemKind;
use crate::modules::ModuleId;

/// What looking for a name gave.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Its meanings.
    pub hits: Vec<Hit>,
    /// What may hold the name where it was not found: an external path or a made module that a glob brings in,
    /// or a module in which a macro makes names.
    pub perhaps: Vec<Definition>,
    /// Why it may be there although it was not found.
    pub hidden: Option<Cause>,
}

/// The scopes that a lookup has been in: mostly one, and seldom more than a few.
#[derive(Debug, Default)]
struct Visited {
    few: [ScopeId; 8],
    count: usize,
    more: Set<ScopeId>,
}

impl Visited {
    /// Adds a scope; false where it is known.
    fn insert(&mut self, scope: ScopeId) -> bool {
        let known = &self.few[..self.count.min(self.few.len())];
        if known.contains(&scope) {
            return false;
        }
        match self.few.get_mut(self.count) {
            Some(free) => *free = scope,
            None if !self.more.insert(scope) => return false,
            None => {}
        }
        self.count += 1;
        true
    }
}

/// What is looked for, and by whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query {
    /// The name.
    pub name: Name,
    /// The namespaces.
    pub spaces: Spaces,
    /// The module that looks.
    pub viewer: ModuleId,
    /// The instance that looks, where the lookup is lexical: of several `cfg` versions of a module it sees its own.
    pub instance: Option<u32>,
    /// The import that is being resolved: it does not find itself.
    pub skip: Option<ImportId>,
}

impl World<'_> {
    /// What a name means as a type in a scope, its globs included.
    pub(super) fn named_in(&self, scope: ScopeId, name: Name, viewer: ModuleId) -> Vec<Hit> {
        let query = Query {
            name,
            spaces: TYPES,
            viewer,
            instance: None,
            skip: None,
        };
        self.lookup(scope, query).hits
    }

    /// Looks for a name in a scope and, where it is not explicit there, through its globs.
    pub(super) fn lookup(&self, scope: ScopeId, query: Query) -> Found {
        let mut found = Found::default();
        let mut visited = Visited::default();
        self.lookup_into(scope, query, false, &mut found, &mut visited);
        found
    }

    fn lookup_into(
        &self,
        scope: ScopeId,
        query: Query,
        through_glob: bool,
        found: &mut Found,
        visited: &mut Visited,
    ) {
        if !visited.insert(scope) {
            return;
        }
        note(scope, query.name);
        let covered = self.explicit(scope, query, through_glob, found);
        let missing = query.spaces & !covered;
        if missing != 0 {
            let query = Query {
                spaces: missing,
                ..query
            };
            self.globs(scope, query, found, visited);
        }
        let data = self.scope(scope);
        if data.has_unread_parts {
            found.hidden = Some(Cause::Unanalysed);
        } else if !data.macro_calls.is_empty() {
            found.hidden.get_or_insert(Cause::MacroDefined);
        }
        // Where the name is found, nobody asks who else might make it.
        if found.hits.is_empty() && self.may_make(data.module, query.name) {
            found.perhaps.push(Definition::Module(data.module));
        }
    }

    /// Adds the explicit meanings; gives the namespaces that they take.
    fn explicit(&self, scope: ScopeId, query: Query, strict: bool, found: &mut Found) -> Spaces {
        let data = self.scope(scope);
        let Some(entries) = data.names.get(&query.name) else {
            return 0;
        };
        let mut hits: Vec<(Hit, bool)> = Vec::new();
        let mut out_of_sight: Vec<(Hit, bool)> = Vec::new();
        for (entry, spaces) in self.candidates(entries, query) {
            if self.sees(query.viewer, entry.seen) {
                found.hidden = self.dangling(entry, query).or(found.hidden);
                self.meanings(scope, entry, query, spaces, &mut hits);
            } else if !strict {
                self.meanings(scope, entry, query, spaces, &mut out_of_sight);
            }
        }
        if hits.iter().all(|(hit, _)| hit.spaces & query.spaces == 0) {
            // Nothing in sight: code that compiles does not do this, so it is better shown than lost.
            hits = out_of_sight;
        }
        if hits.len() > 1 {
            // Two imports of one name may lead through each other, and would double what they lead to each time.
            let mut known = Set::default();
            hits.retain(|it| known.insert(*it));
        }
        narrow_external(&mut hits);
        let before = found.hits.len();
        found.hits.extend(
            hits.into_iter()
                .map(|(hit, _)| Hit {
                    spaces: hit.spaces & query.spaces,
                    ..hit
                })
                .filter(|hit| hit.spaces != 0),
        );
        found.hits[before..]
            .iter()
            .fold(0, |spaces, hit| spaces | hit.spaces)
    }

    /// The entries that may be meant, each with the namespaces in which it may be: those of the instance that looks
    /// come before the others.
    pub(super) fn candidates<'e>(
        &self,
        entries: &'e [Entry],
        query: Query,
    ) -> impl Iterator<Item = (&'e Entry, Spaces)> + use<'e> {
        let is_own = move |entry: &Entry| Some(entry.instance) == query.instance;
        let own = entries.iter().filter(|entry| is_own(entry));
        let taken = own.fold(0, |spaces, entry| spaces | self.spaces_taken(entry, query));
        let all = entries.iter().map(move |entry| {
            let left = if is_own(entry) { ALL } else { !taken };
            (entry, left & query.spaces)
        });
        all.filter(|(_, spaces)| *spaces != 0)
    }

    /// The namespaces that an entry takes from those of other instances.
    fn spaces_taken(&self, entry: &Entry, query: Query) -> Spaces {
        match entry.meaning {
            Meaning::Definition(_, spaces) => spaces,
            Meaning::Import(id) if Some(id) == query.skip => 0,
            Meaning::Import(id) => match self.imports[id as usize].hits.as_slice() {
                // Not known yet.
                [] => ALL,
                hits => hits.iter().fold(0, |spaces, hit| spaces | hit.spaces),
            },
        }
    }

    /// Adds what an entry means in some namespaces.
    fn meanings(
        &self,
        scope: ScopeId,
        entry: &Entry,
        query: Query,
        within: Spaces,
        hits: &mut Vec<(Hit, bool)>,
    ) {
        let before = hits.len();
        match entry.meaning {
            Meaning::Definition(definition, spaces) => {
                let module = self.tree.module(self.scope(scope).module);
                let named = match definition {
                    Definition::Module(id) => self.tree.module(id).path,
                    // A macro with `#[macro_export]` stands in the root, wherever it is written.
                    _ => join_names(module.path, query.name),
                };
                let hit = Hit {
                    definition,
                    spaces,
                    named,
                };
                hits.push((hit, entry.conditional));
            }
            Meaning::Import(id) if Some(id) != query.skip => {
                let found = &self.imports[id as usize].hits;
                hits.extend(found.iter().map(|&hit| (hit, entry.conditional)));
            }
            Meaning::Import(_) => {}
        }
        for (hit, _) in &mut hits[before..] {
            hit.spaces &= within;
        }
    }

    fn globs(&self, scope: ScopeId, query: Query, found: &mut Found, visited: &mut Visited) {
        for &id in &self.scope(scope).globs {
            let import = &self.imports[id as usize];
            if Some(id) == query.skip || !self.sees(query.viewer, import.seen) {
                continue;
            }
            found.hidden = self.failure(id).or(found.hidden);
            for target in &import.hits {
                self.glob_target(scope, target, query, found, visited);
            }
        }
    }

    fn glob_target(
        &self,
        scope: ScopeId,
        target: &Hit,
        query: Query,
        found: &mut Found,
        visited: &mut Visited,
    ) {
        let before = found.hits.len();
        match target.definition {
            Definition::Module(module) => {
                // What a glob brings in is decided where the glob stands, not where the name is looked for.
                let query = Query {
                    viewer: self.scope(scope).module,
                    instance: None,
                    ..query
                };
                self.lookup_into(Self::module_scope(module), query, true, found, visited);
            }
            Definition::Item(id) => {
                let members = self.members.get(&(id, query.name));
                let members = members.into_iter().flatten();
                let is_variant = |it: &&ItemId| self.item(**it).kind == ItemKind::Variant;
                for &member in members.filter(is_variant) {
                    found.hits.push(Hit {
                        definition: Definition::Item(member),
                        spaces: super::scopes::spaces_of(self.item(member).kind) & query.spaces,
                        named: target.named,
                    });
                }
            }
            Definition::External(_) | Definition::Made(..) => found.perhaps.push(target.definition),
        }
        for hit in &mut found.hits[before..] {
            hit.named = join_names(target.named, query.name);
        }
    }

    /// Why an explicit name is an import that leads nowhere.
    fn dangling(&self, entry: &Entry, query: Query) -> Option<Cause> {
        match entry.meaning {
            Meaning::Import(id) if Some(id) != query.skip => self.failure(id),
            Meaning::Import(_) | Meaning::Definition(..) => None,
        }
    }

    /// What follows for others from an import that leads nowhere, once all that can be resolved are.
    fn failure(&self, id: ImportId) -> Option<Cause> {
        let import = &self.imports[id as usize];
        if !self.imports_are_known() || !import.hits.is_empty() {
            return None;
        }
        match import.failure {
            Some(Cause::Outside) => Some(Cause::Outside),
            _ => Some(Cause::Unanalysed),
        }
    }

    /// Whether a module may see something.
    pub(super) fn sees(&self, viewer: ModuleId, seen: Seen) -> bool {
        match seen {
            Seen::Everywhere => true,
            Seen::Within(ancestor) => self.tree.is_within(viewer, ancestor),
        }
    }
}

/// What an external path names, or a macro makes, is not known to be a type, value or macro: where a definition of the workspace
/// stands beside it under the same name, and no `cfg` chooses between the two, it takes the other namespaces.
fn narrow_external(hits: &mut Vec<(Hit, bool)>) {
    let known = hits
        .iter()
        .filter(|(hit, _)| !is_vague(hit))
        .fold(0, |spaces, (hit, _)| spaces | hit.spaces);
    for (hit, conditional) in hits.iter_mut() {
        if is_vague(hit) && !*conditional {
            hit.spaces &= !known;
        }
    }
    hits.retain(|(hit, _)| hit.spaces != 0);
}

fn is_vague(hit: &Hit) -> bool {
    matches!(
        hit.definition,
        Definition::External(_) | Definition::Made(..)
    )
}
