//! The way from a written path to one of its meanings: imports, re-exports, globs, aliases.
//!
//! In: a path where it is written, and the meaning that is meant. Out: a step for each thing that is not plain in the path.
//! *Invariant:* looks where resolution looks, in the same order; a meaning that is not found so has no way.

use super::super::lookup::Query;
use super::super::paths::Place;
use super::super::prelude;
use super::super::scopes::{
    ALL, Definition, Entry, Hit, ImportId, ItemId, MACROS, Meaning, ScopeId, Spaces, TYPES, World,
};
use super::words;
use crate::base::{Location, Name, Trail, TrailStep, join};
use crate::facts::{Anchor, Import, ImportTarget, Visibility};
use crate::modules::ModuleId;
use crate::workspace::Edition;

/// So many paths, one inside of the way of the other, are followed.
const DEPTH: u8 = 48;

/// Follows paths.
#[derive(Clone, Copy)]
pub(super) struct Follow<'w, 'a> {
    world: &'w World<'a>,
    left: u8,
}

/// A path that is followed.
struct Walk<'p> {
    place: Place,
    anchor: Anchor,
    segments: &'p [Name],
    spaces: Spaces,
    goal: &'p dyn Fn(&Hit) -> bool,
}

impl<'w, 'a> Follow<'w, 'a> {
    pub(super) fn new(world: &'w World<'a>) -> Self {
        Self { world, left: DEPTH }
    }

    fn deeper(self) -> Option<Self> {
        let left = self.left.checked_sub(1)?;
        Some(Self { left, ..self })
    }

    /// The steps by which a path comes to the meaning that `goal` accepts.
    pub(super) fn path(
        self,
        place: Place,
        anchor: Anchor,
        segments: &[Name],
        spaces: Spaces,
        goal: &dyn Fn(&Hit) -> bool,
    ) -> Option<Trail> {
        let this = self.deeper()?;
        let walk = Walk {
            place,
            anchor,
            segments,
            spaces,
            goal,
        };
        let begun = self.world.begin(place, anchor, segments, spaces, 0);
        let (hits, used) = begun.ok()?;
        hits.iter().find_map(|hit| {
            let rest = this.rest(&walk, hit, used)?;
            let mut steps = this.beginning(&walk, hit)?;
            steps.extend(rest);
            Some(steps)
        })
    }

    /// The steps of an import to one of the things that it brings in.
    pub(super) fn import(self, id: ImportId, wanted: &Hit) -> Option<Trail> {
        let data = &self.world.imports[id as usize];
        let import = self.world.import(data);
        let instance = &self.world.tree.instances[data.instance as usize];
        let facts = self.world.tree.facts(instance);
        let spaces = match import.target {
            ImportTarget::Name(_) | ImportTarget::Unnamed => ALL,
            ImportTarget::Glob | ImportTarget::Module(_) => TYPES,
        };
        let place = Place {
            scope: data.scope,
            instance: data.instance,
            import: Some(id),
            is_derive: false,
            is_path: true,
        };
        let goal = |hit: &Hit| {
            hit.definition == wanted.definition
                && hit.named == wanted.named
                && hit.spaces & wanted.spaces != 0
        };
        self.path(
            place,
            import.anchor,
            facts.segments(import.path),
            spaces,
            &goal,
        )
    }

    /// From a meaning of the segments so far on.
    fn rest(self, walk: &Walk<'_>, hit: &Hit, at: usize) -> Option<Trail> {
        let Some(&segment) = walk.segments.get(at) else {
            return (walk.goal)(hit).then(Trail::new);
        };
        let is_last = at + 1 == walk.segments.len();
        let wanted = if is_last { walk.spaces } else { TYPES };
        let viewer = self.world.scope(walk.place.scope).module;
        let next = self.world.step(viewer, hit, segment, wanted, 0);
        let found = next.unwrap_or_default().iter().find_map(|next| {
            let rest = self.rest(walk, next, at + 1)?;
            let mut steps = self.between(viewer, hit, next, segment, wanted)?;
            steps.extend(rest);
            Some(steps)
        });
        // `Alias::new` depends on the alias as well.
        let ends_at_alias = || {
            let is_it = is_last
                && walk.place.import.is_none()
                && self.world.is_alias(hit)
                && (walk.goal)(hit);
            is_it.then(Trail::new)
        };
        found.or_else(ends_at_alias)
    }

    /// From the meaning of one segment to that of the next.
    fn between(
        self,
        viewer: ModuleId,
        hit: &Hit,
        next: &Hit,
        segment: Name,
        spaces: Spaces,
    ) -> Option<Trail> {
        match hit.definition {
            Definition::Module(_) if segment == "self" || segment == "super" => Some(Trail::new()),
            Definition::Module(module) => {
                let query = Query {
                    name: segment,
                    spaces,
                    viewer,
                    instance: None,
                    skip: None,
                };
                self.name(World::module_scope(module), query, next, false)
            }
            Definition::External(_) | Definition::Made(..) => Some(Trail::new()),
            Definition::Item(id) => self.into_item(id, next),
        }
    }

    /// To a variant or associated item, through aliases.
    fn into_item(self, id: ItemId, next: &Hit) -> Option<Trail> {
        let Definition::Item(member) = next.definition else {
            return None;
        };
        if member == id || self.world.item(member).owner == Some(id) {
            return Some(Trail::new());
        }
        let this = self.deeper()?;
        let (alias, targets) = this.alias(id)?;
        targets.iter().find_map(|(target, way)| {
            let Definition::Item(inner) = target.definition else {
                return None;
            };
            let rest = (inner != id).then(|| this.into_item(inner, next))??;
            let mut steps = vec![alias.clone()];
            steps.extend(way.iter().cloned());
            steps.extend(rest);
            Some(steps)
        })
    }

    /// The step through a type alias, and what it stands for, each with its way.
    fn alias(self, id: ItemId) -> Option<(TrailStep, Vec<(Hit, Trail)>)> {
        let item = self.world.item(id);
        let (instance, path) = item.alias?;
        let facts = self
            .world
            .tree
            .facts(&self.world.tree.instances[instance as usize]);
        let written = &facts.paths[path as usize];
        let module = self.world.tree.module(item.module);
        let text = format!(
            "`{}` is a type alias: `type {} = {}`",
            join(&module.path, &item.name),
            item.name,
            words::segments(facts, written)
        );
        let place = Place {
            scope: self.world.scope_of[instance as usize][written.scope as usize],
            instance,
            import: None,
            is_derive: false,
            is_path: true,
        };
        let segments = facts.segments(written.path);
        let hits = self.world.path_in(instance, path, 0).unwrap_or_default();
        let ways = hits.into_iter().filter_map(|hit| {
            let goal = |it: &Hit| it.definition == hit.definition && it.named == hit.named;
            let way = self.path(place, written.anchor, segments, TYPES, &goal)?;
            Some((hit, way))
        });
        Some((TrailStep::at(item.location, text), ways.collect()))
    }

    /// How the beginning of a path comes to its meaning.
    fn beginning(self, walk: &Walk<'_>, hit: &Hit) -> Option<Trail> {
        self.begun(walk.place, walk.anchor, walk, hit)
    }

    fn begun(self, place: Place, anchor: Anchor, walk: &Walk<'_>, hit: &Hit) -> Option<Trail> {
        let module = self.world.scope(place.scope).module;
        match anchor {
            Anchor::DollarCrate => {
                let text = format!(
                    "`$crate` is `{}`, the crate that defines the macro",
                    hit.named
                );
                Some(vec![TrailStep::nowhere(text)])
            }
            Anchor::SelfOfItem(_) => {
                let Definition::Item(id) = hit.definition else {
                    return Some(Trail::new());
                };
                let text = format!("`Self` is `{}`", hit.named);
                Some(vec![TrailStep::at(self.world.item(id).location, text)])
            }
            Anchor::SelfOfImpl(index) => self.self_of_impl(place.instance, index, hit),
            Anchor::SelfOfCall => {
                let (place, anchor) = self.world.at_call(place)?;
                self.begun(place, anchor, walk, hit)
            }
            Anchor::Global => {
                let first = *walk.segments.first()?;
                self.global(place, module, first, hit)
            }
            Anchor::Lexical => {
                let is_keyword = self.world.keyword(module, walk.segments).is_some();
                match walk.segments.first() {
                    Some(&first) if !is_keyword => self.lexical(walk, module, first, hit),
                    _ => Some(Trail::new()),
                }
            }
        }
    }

    fn self_of_impl(self, instance: u32, index: u32, hit: &Hit) -> Option<Trail> {
        let data = &self.world.tree.instances[instance as usize];
        let facts = self.world.tree.facts(data);
        let written = &facts.paths[facts.impls[index as usize].self_path? as usize];
        let place = Place {
            scope: self.world.scope_of[instance as usize][written.scope as usize],
            instance,
            import: None,
            is_derive: false,
            is_path: true,
        };
        let location = Location {
            file: self.world.tree.files[data.file].file,
            span: written.span,
        };
        let text = format!(
            "`Self` is `{}`, the type that the `impl` is for",
            words::segments(facts, written)
        );
        let mut steps = vec![TrailStep::at(location, text)];
        let goal = |it: &Hit| it.definition == hit.definition && it.named == hit.named;
        let segments = facts.segments(written.path);
        steps.extend(self.path(place, written.anchor, segments, TYPES, &goal)?);
        Some(steps)
    }

    /// `::first`, or the crate of an `extern crate`.
    fn global(self, place: Place, module: ModuleId, first: Name, hit: &Hit) -> Option<Trail> {
        let crate_id = self.world.crate_of(module);
        let is_2015 = self.world.editions[crate_id.0 as usize] == Edition::E2015;
        let root = self.world.tree.crate_(crate_id).root;
        if first == "self" && hit.definition == Definition::Module(root) {
            return Some(Trail::new());
        }
        if is_2015 {
            let query = self.world.query(place, first, ALL);
            let found = self.name(World::module_scope(root), query, hit, false);
            if found.is_some() {
                return found;
            }
        }
        Some(self.of_crate(crate_id.0, first, hit))
    }

    /// A crate by the name that it has here.
    fn of_crate(self, crate_id: u32, first: Name, hit: &Hit) -> Trail {
        let externs = &self.world.externs[crate_id as usize].names;
        let real = match hit.definition {
            Definition::Module(root) => self.world.tree.module(root).path,
            Definition::External(path) => path,
            Definition::Item(_) | Definition::Made(..) => first,
        };
        if real != first && externs.contains_key(&first) {
            let text = format!("`{first}` is the crate `{real}`, renamed in the manifest");
            return vec![TrailStep::nowhere(text)];
        }
        let root = self.world.tree.crates[crate_id as usize].root;
        let names = &self.world.scope(World::module_scope(root)).names;
        let imports = names.get(&first).into_iter().flatten();
        let mut externs_of_root = imports.filter_map(|entry| match entry.meaning {
            Meaning::Import(id) => Some(id),
            Meaning::Definition(..) => None,
        });
        let found = externs_of_root.find(|&id| {
            let data = &self.world.imports[id as usize];
            self.world.import(data).extern_crate && data.hits.contains(hit)
        });
        match found.filter(|_| real != first) {
            Some(id) => vec![self.import_step(first, id)],
            None => Trail::new(),
        }
    }

    fn lexical(self, walk: &Walk<'_>, module: ModuleId, first: Name, hit: &Hit) -> Option<Trail> {
        let crate_id = self.world.crate_of(module);
        let more = walk.segments.len() > 1;
        let spaces = if more { TYPES } else { walk.spaces };
        let query = self.world.query(walk.place, first, spaces);
        let mut scopes: Vec<ScopeId> = Vec::new();
        let mut at = Some(self.world.lexical_start(walk.place, crate_id));
        while let Some(scope) = at {
            let found = self.world.lookup(scope, query);
            let hits = self.world.prefer_crate(crate_id, first, found.hits, more);
            if !hits.is_empty() {
                return self.name(scope, query, hit, false);
            }
            scopes.push(scope);
            at = self.world.scope(scope).parent;
        }
        if spaces & TYPES != 0 && self.world.extern_prelude(crate_id, first) == Some(*hit) {
            return Some(self.of_crate(crate_id.0, first, hit));
        }
        if spaces & MACROS != 0 && self.world.textual_macro(module, first).contains(hit) {
            return self.textual(module, first, hit);
        }
        if let Definition::External(path) = hit.definition {
            let known = if spaces == MACROS && !walk.place.is_derive {
                prelude::macro_path(&first)
            } else {
                prelude::name_path(&first, walk.place.is_derive)
            };
            if known.is_some_and(|known| path == known.as_str()) {
                let text = format!("`{first}` is in scope everywhere: `{path}`");
                return Some(vec![TrailStep::nowhere(text)]);
            }
            if path == first {
                let text = format!(
                    "`{first}` is nothing in the workspace, and is taken for the library of a dependency"
                );
                return Some(vec![TrailStep::nowhere(text)]);
            }
        }
        let of_scopes = scopes
            .iter()
            .find_map(|&scope| self.name(scope, query, hit, false));
        of_scopes.or_else(|| self.of_macro_use(crate_id.0, first, hit))
    }

    /// A macro that stands above in the text, or that `#[macro_use]` brings in.
    fn textual(self, module: ModuleId, first: Name, hit: &Hit) -> Option<Trail> {
        let crate_id = self.world.crate_of(module);
        let Definition::Item(id) = hit.definition else {
            return None;
        };
        let defining = self.world.item(id).module;
        if self.world.crate_of(defining) == crate_id {
            let text = format!("`{first}!` is in textual scope");
            return Some(vec![TrailStep::at(self.world.item(id).location, text)]);
        }
        let imports = self.world.macro_crates.get(&crate_id)?.iter();
        imports.copied().find_map(|import| {
            let hits = &self.world.imports[import as usize].hits;
            hits.iter().find_map(|root| {
                let Definition::Module(root) = root.definition else {
                    return None;
                };
                let query = Query {
                    name: first,
                    spaces: MACROS,
                    viewer: module,
                    instance: None,
                    skip: None,
                };
                let rest = self.name(World::module_scope(root), query, hit, false)?;
                let mut steps = vec![self.macro_use_step(first, import)];
                steps.extend(rest);
                Some(steps)
            })
        })
    }

    /// A macro that only a `#[macro_use] extern crate` can bring in.
    fn of_macro_use(self, crate_id: u32, first: Name, hit: &Hit) -> Option<Trail> {
        let Definition::External(path) = hit.definition else {
            return None;
        };
        let imports = self
            .world
            .macro_crates
            .iter()
            .find(|(id, _)| id.0 == crate_id);
        let (_, imports) = imports?;
        let import = imports.iter().copied().find(|&import| {
            let mut hits = self.world.imports[import as usize].hits.iter();
            hits.any(|hit| match hit.definition {
                Definition::External(root) => join(&root, &first) == path,
                _ => false,
            })
        })?;
        Some(vec![self.macro_use_step(first, import)])
    }

    fn macro_use_step(self, first: Name, import: ImportId) -> TrailStep {
        let step = self.import_step(first, import);
        TrailStep {
            text: format!("`{first}!` comes with `#[macro_use]` of a crate"),
            ..step
        }
    }

    /// How a name in a scope comes to a meaning; `None` where the scope does not give it.
    fn name(self, scope: ScopeId, query: Query, wanted: &Hit, strict: bool) -> Option<Trail> {
        let this = self.deeper()?;
        this.explicit(scope, query, wanted, strict)
            .or_else(|| this.globs(scope, query, wanted))
            .or_else(|| this.made(scope, query.name, wanted))
    }

    fn explicit(self, scope: ScopeId, query: Query, wanted: &Hit, strict: bool) -> Option<Trail> {
        let entries = self.world.scope(scope).names.get(&query.name)?;
        let candidates = self.world.candidates(entries, query);
        let is_in_sight = |(entry, _): &(&Entry, Spaces)| self.world.sees(query.viewer, entry.seen);
        let (seen, hidden): (Vec<_>, Vec<_>) = candidates.partition(is_in_sight);
        let hidden = if strict { Vec::new() } else { hidden };
        seen.into_iter()
            .chain(hidden)
            .find_map(|(entry, within)| match entry.meaning {
                Meaning::Definition(definition, spaces) => {
                    let is_it = definition == wanted.definition && spaces & within != 0;
                    is_it.then(|| self.exported(scope, definition).into_iter().collect())
                }
                Meaning::Import(id) if Some(id) != query.skip => {
                    let data = &self.world.imports[id as usize];
                    let mut hits = data.hits.iter();
                    let hit = hits.find(|hit| {
                        hit.definition == wanted.definition && hit.spaces & within != 0
                    })?;
                    let mut steps = vec![self.import_step(query.name, id)];
                    steps.extend(self.import(id, hit)?);
                    Some(steps)
                }
                Meaning::Import(_) => None,
            })
    }

    /// A macro that stands in the root of its crate, wherever it is written.
    fn exported(self, scope: ScopeId, definition: Definition) -> Option<TrailStep> {
        let Definition::Item(id) = definition else {
            return None;
        };
        let item = self.world.item(id);
        let root = self.world.scope(scope).module;
        if item.module == root {
            return None;
        }
        let root = self.world.tree.module(root).path;
        let text = format!(
            "`{}` is there by `#[macro_export]`",
            join(&root, &item.name)
        );
        Some(TrailStep::at(item.location, text))
    }

    fn globs(self, scope: ScopeId, query: Query, wanted: &Hit) -> Option<Trail> {
        let data = self.world.scope(scope);
        data.globs.iter().copied().find_map(|id| {
            let import = &self.world.imports[id as usize];
            if Some(id) == query.skip || !self.world.sees(query.viewer, import.seen) {
                return None;
            }
            import.hits.iter().find_map(|target| {
                let rest = self.through_glob(data.module, target, query, wanted)?;
                let mut steps = vec![self.import_step(query.name, id)];
                steps.extend(self.import(id, target)?);
                steps.extend(rest);
                Some(steps)
            })
        })
    }

    fn through_glob(
        self,
        module: ModuleId,
        target: &Hit,
        query: Query,
        wanted: &Hit,
    ) -> Option<Trail> {
        match target.definition {
            Definition::Module(inner) => {
                let query = Query {
                    viewer: module,
                    instance: None,
                    ..query
                };
                self.name(World::module_scope(inner), query, wanted, true)
            }
            Definition::Item(id) => {
                let owner = self.world.type_of(id);
                let members = self.world.members.get(&(owner, query.name));
                let mut members = members.into_iter().flatten();
                let is_it = members.any(|&it| Definition::Item(it) == wanted.definition);
                is_it.then(Trail::new)
            }
            Definition::External(path) => {
                let made = Definition::External(join(&path, &query.name));
                (made == wanted.definition).then(|| vec![only(query.name)])
            }
            Definition::Made(module, path) => {
                let made = Definition::Made(module, join(&path, &query.name));
                (made == wanted.definition).then(|| vec![only(query.name)])
            }
        }
    }

    /// A name that a macro makes which is not expanded.
    fn made(self, scope: ScopeId, name: Name, wanted: &Hit) -> Option<Trail> {
        let Definition::Made(module, path) = wanted.definition else {
            return None;
        };
        if self.world.scope(scope).module != module || path != name {
            return None;
        }
        let makers = &self.world.makers[module.0 as usize];
        let within = self.world.tree.module(module).path;
        let text = format!(
            "no text of `{within}` defines `{name}`: a macro there makes it that is not expanded"
        );
        Some(vec![TrailStep {
            text,
            location: makers.first,
        }])
    }

    fn import_step(self, visible: Name, id: ImportId) -> TrailStep {
        let data = &self.world.imports[id as usize];
        let import: &Import = self.world.import(data);
        let instance = &self.world.tree.instances[data.instance as usize];
        let facts = self.world.tree.facts(instance);
        let location = Location {
            file: self.world.tree.files[instance.file].file,
            span: import.span,
        };
        let written = words::import(facts, import);
        let module = self
            .world
            .tree
            .module(self.world.scope(data.scope).module)
            .path;
        let by_macro = if import.via_macro {
            ", written by a macro"
        } else {
            ""
        };
        let text = match (&import.visibility, import.target) {
            (Visibility::Module, _) => {
                format!("`{visible}` comes into `{module}` by `{written}`{by_macro}")
            }
            (_, ImportTarget::Glob) => format!(
                "`{}` comes through a glob: `{written}`{by_macro}",
                join(&module, &visible)
            ),
            _ => format!(
                "`{}` is a re-export: `{written}`{by_macro}",
                join(&module, &visible)
            ),
        };
        TrailStep::at(location, text)
    }
}

fn only(name: Name) -> TrailStep {
    TrailStep::nowhere(format!("nothing else can bring in `{name}`"))
}
