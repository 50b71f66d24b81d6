//! One path, segment by segment (<https://doc.rust-lang.org/reference/paths.html>).

use super::asked::{note, note_miss};
use super::lookup::{Found, Query};
use super::prelude;
use super::scopes::{
    ALL, Definition, Hit, ImportId, ItemId, MACROS, Meaning, ScopeId, Spaces, TYPES, World, number,
};
use crate::base::{Cause, Name, join_names, name};
use crate::facts::{Anchor, ItemKind};
use crate::modules::{CrateId, ModuleId};
use crate::workspace::Edition;

/// Aliases of aliases are followed so far.
const ALIAS_DEPTH: u8 = 8;

/// Where a path stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The scope around it.
    pub scope: ScopeId,
    /// The instance of the file.
    pub instance: u32,
    /// The import that it belongs to, if any.
    pub import: Option<ImportId>,
    /// Whether it names a derive.
    pub is_derive: bool,
    /// Whether it is a path for sure.
    pub is_path: bool,
}

/// What a path leads to, or why it leads nowhere; `Ok` with nothing where there is nothing to say.
pub(crate) type Outcome = Result<Vec<Hit>, Cause>;

impl World<'_> {
    /// Resolves a path.
    pub(crate) fn resolve(
        &self,
        place: Place,
        anchor: Anchor,
        path: &[Name],
        spaces: Spaces,
    ) -> Outcome {
        self.resolve_to(place, anchor, path, spaces, 0)
    }

    fn resolve_to(
        &self,
        place: Place,
        anchor: Anchor,
        path: &[Name],
        spaces: Spaces,
        depth: u8,
    ) -> Outcome {
        let module = self.scope(place.scope).module;
        let (mut hits, used) = self.begin(place, anchor, path, spaces, depth)?;
        for (at, segment) in path.iter().enumerate().skip(used) {
            let wanted = if at + 1 == path.len() { spaces } else { TYPES };
            let before = hits;
            hits = self.step_all(module, &before, *segment, wanted, depth)?;
            if at + 1 == path.len() && depth == 0 && place.import.is_none() {
                hits.extend(before.into_iter().filter(|hit| self.is_alias(hit)));
                hits.dedup();
            }
        }
        Ok(hits)
    }

    /// `Alias::new` depends on the alias as well.
    pub(super) fn is_alias(&self, hit: &Hit) -> bool {
        matches!(hit.definition, Definition::Item(id) if self.item(id).alias.is_some())
    }

    /// Resolves the beginning of a path; gives how many segments that took.
    pub(super) fn begin(
        &self,
        place: Place,
        anchor: Anchor,
        path: &[Name],
        spaces: Spaces,
        depth: u8,
    ) -> Result<(Vec<Hit>, usize), Cause> {
        let module = self.scope(place.scope).module;
        let crate_id = self.crate_of(module);
        let first_spaces = if path.len() == 1 { spaces } else { TYPES };
        match anchor {
            Anchor::DollarCrate => {
                let instance = &self.tree.instances[place.instance as usize];
                let crate_id = instance.dollar_crate.unwrap_or(crate_id);
                Ok((vec![self.root(crate_id)], 0))
            }
            Anchor::SelfOfItem(item) => {
                let id = self.first_item[place.instance as usize] + item;
                Ok((vec![self.item_hit(id)], 0))
            }
            Anchor::SelfOfImpl(index) => Ok((self.self_type(place.instance, index, depth), 0)),
            Anchor::SelfOfCall => {
                let (place, anchor) = self.at_call(place).ok_or(Cause::NotFound)?;
                let (hits, _) = self.begin(place, anchor, &[], spaces, depth)?;
                Ok((hits, 0))
            }
            Anchor::Global => {
                let first = *path.first().ok_or(Cause::NotFound)?;
                Ok((self.global(place, crate_id, first)?, 1))
            }
            Anchor::Lexical => {
                let Some(&first) = path.first() else {
                    return Ok((vec![self.root(crate_id)], 0));
                };
                if let Some(begun) = self.keyword(module, path) {
                    return Ok(begun);
                }
                let hits = self.lexical(place, first, first_spaces, path.len() > 1)?;
                Ok((hits, 1))
            }
        }
    }

    /// `crate`, `self`, `super`, `super::super`, …
    pub(super) fn keyword(&self, module: ModuleId, path: &[Name]) -> Option<(Vec<Hit>, usize)> {
        let crate_id = self.crate_of(module);
        match path.first()?.as_str() {
            "crate" | "$crate" => Some((vec![self.root(crate_id)], 1)),
            "self" => Some(self.supers(module, path, 1)),
            "super" => Some(self.supers(module, path, 0)),
            _ => None,
        }
    }

    fn supers(&self, module: ModuleId, path: &[Name], from: usize) -> (Vec<Hit>, usize) {
        let mut at = module;
        let mut used = from;
        while path.get(used).is_some_and(|segment| *segment == "super") {
            at = self.tree.module(at).parent.unwrap_or(at);
            used += 1;
        }
        (vec![self.module_hit(at)], used)
    }

    fn root(&self, crate_id: CrateId) -> Hit {
        self.module_hit(self.tree.crate_(crate_id).root)
    }

    fn module_hit(&self, module: ModuleId) -> Hit {
        Hit {
            definition: Definition::Module(module),
            spaces: TYPES,
            named: self.tree.module(module).path,
        }
    }

    fn item_hit(&self, id: ItemId) -> Hit {
        let module = self.tree.module(self.item(id).module);
        Hit {
            definition: Definition::Item(id),
            spaces: ALL,
            named: join_names(module.path, self.item_path(id)),
        }
    }

    /// The code around the macro call that an expansion stands for, and what `Self` means there.
    pub(super) fn at_call(&self, place: Place) -> Option<(Place, Anchor)> {
        let (instance, call) = self.tree.instances[place.instance as usize].expansion_of?;
        let call = &self.tree.facts(&self.tree.instances[instance]).macro_calls[call];
        let around = call.around.as_ref()?;
        let place = Place {
            scope: self.scope_of[instance][call.scope as usize],
            instance: number(instance),
            ..place
        };
        Some((place, around.self_anchor?))
    }

    /// The type that an `impl` is for.
    fn self_type(&self, instance: u32, index: u32, depth: u8) -> Vec<Hit> {
        let data = &self.tree.instances[instance as usize];
        let facts = self.tree.facts(data);
        let Some(path) = facts.impls[index as usize].self_path else {
            return Vec::new();
        };
        self.path_in(instance, path, depth).unwrap_or_default()
    }

    /// Resolves a recorded path as a type.
    pub(super) fn path_in(&self, instance: u32, path: u32, depth: u8) -> Outcome {
        if depth > ALIAS_DEPTH {
            return Ok(Vec::new());
        }
        let data = &self.tree.instances[instance as usize];
        let facts = self.tree.facts(data);
        let path = &facts.paths[path as usize];
        let place = Place {
            scope: self.scope_of[instance as usize][path.scope as usize],
            instance,
            import: None,
            is_derive: false,
            is_path: true,
        };
        let segments = facts.segments(path.path);
        self.resolve_to(place, path.anchor, segments, TYPES, depth + 1)
    }

    /// `::first`, or the crate of an `extern crate`.
    fn global(&self, place: Place, crate_id: CrateId, first: Name) -> Outcome {
        let is_extern_crate = place
            .import
            .is_some_and(|id| self.import(&self.imports[id as usize]).extern_crate);
        if is_extern_crate && first == "self" {
            return Ok(vec![self.root(crate_id)]);
        }
        if !is_extern_crate && self.editions[crate_id.0 as usize] == Edition::E2015 {
            let root = World::module_scope(self.tree.crate_(crate_id).root);
            let query = self.query(place, first, ALL);
            let found = self.lookup(root, query);
            if !found.hits.is_empty() {
                return Ok(found.hits);
            }
        }
        if let Some(hit) = self.extern_prelude(crate_id, first) {
            return Ok(vec![hit]);
        }
        if is_extern_crate {
            return Ok(vec![external(first)]);
        }
        Err(Cause::NotFound)
    }

    pub(super) fn extern_prelude(&self, crate_id: CrateId, first: Name) -> Option<Hit> {
        if let Some(&definition) = self.externs[crate_id.0 as usize].names.get(&first) {
            return Some(match definition {
                Definition::Module(module) => self.module_hit(module),
                Definition::External(path) => external(path),
                Definition::Item(id) => self.item_hit(id),
                Definition::Made(module, path) => self.made(module, path),
            });
        }
        // `extern crate a as b;` in the root adds `b` for the whole crate.
        let root = World::module_scope(self.tree.crate_(crate_id).root);
        note(root, first);
        let entries = self.scope(root).names.get(&first)?;
        entries.iter().find_map(|entry| match entry.meaning {
            Meaning::Import(id) => {
                let data = &self.imports[id as usize];
                let is_extern = self.import(data).extern_crate;
                data.hits.first().copied().filter(|_| is_extern)
            }
            Meaning::Definition(..) => None,
        })
    }

    pub(super) fn query(&self, place: Place, first: Name, spaces: Spaces) -> Query {
        Query {
            name: first,
            spaces,
            viewer: self.scope(place.scope).module,
            instance: Some(place.instance),
            skip: place.import,
        }
    }

    /// The first segment of a path without an anchor: blocks, the module, other crates, the prelude.
    fn lexical(&self, place: Place, first: Name, spaces: Spaces, more: bool) -> Outcome {
        let module = self.scope(place.scope).module;
        let crate_id = self.crate_of(module);
        let query = self.query(place, first, spaces);
        let mut missed = Found::default();
        let mut at = Some(self.lexical_start(place, crate_id));
        while let Some(scope) = at {
            let found = self.lookup(scope, query);
            let hits = self.prefer_crate(crate_id, first, found.hits, more);
            if !hits.is_empty() {
                return Ok(hits);
            }
            missed.perhaps.extend(found.perhaps);
            missed.hidden = missed.hidden.or(found.hidden);
            at = self.scope(scope).parent;
        }
        if spaces & TYPES != 0
            && let Some(hit) = self.extern_prelude(crate_id, first)
        {
            return Ok(vec![hit]);
        }
        if spaces & MACROS != 0 {
            let hits = self.textual_macro(module, first);
            if !hits.is_empty() {
                return Ok(hits);
            }
            missed.perhaps.extend(self.macro_use_crates(crate_id));
        }
        if let Some(path) = prelude_path(first, spaces, place.is_derive) {
            return Ok(vec![external(name(&path))]);
        }
        if spaces == MACROS {
            // What a macro makes is seldom a macro, and then only below it in the text.
            missed
                .perhaps
                .retain(|it| !matches!(it, Definition::Module(_)));
        }
        note_miss();
        let is_nowhere = missed.perhaps.is_empty() && missed.hidden.is_none();
        if more && place.is_path && is_nowhere && self.may_be_crate(crate_id) {
            return Ok(vec![external(first)]);
        }
        self.perhaps(missed, first, spaces)
    }

    /// What a name means that is nowhere to be seen: what the only thing brings in that could bring it in.
    fn perhaps(&self, mut missed: Found, segment: Name, spaces: Spaces) -> Outcome {
        if let Some(cause @ (Cause::Unanalysed | Cause::Outside)) = missed.hidden {
            return Err(cause);
        }
        missed.perhaps.sort_unstable();
        missed.perhaps.dedup();
        let (makers, globs): (Vec<Definition>, Vec<Definition>) = missed
            .perhaps
            .iter()
            .partition(|it| matches!(it, Definition::Module(_)));
        let hit = match (globs.as_slice(), makers.as_slice()) {
            ([Definition::External(path)], []) => external(join_names(*path, segment)),
            ([Definition::Made(module, path)], []) => {
                self.made(*module, join_names(*path, segment))
            }
            ([], [Definition::Module(module)]) => self.made(*module, segment),
            ([], []) => return Err(missed.hidden.unwrap_or(Cause::NotFound)),
            (globs, makers) => {
                let is_external = |it: &Definition| matches!(it, Definition::External(_));
                let is_outside = makers.is_empty() && globs.iter().all(is_external);
                return Err(if is_outside {
                    Cause::Outside
                } else {
                    Cause::MacroDefined
                });
            }
        };
        Ok(vec![Hit { spaces, ..hit }])
    }

    /// What a macro makes in a module, or below what it makes there.
    fn made(&self, module: ModuleId, path: Name) -> Hit {
        Hit {
            definition: Definition::Made(module, path),
            spaces: ALL,
            named: join_names(self.tree.module(module).path, path),
        }
    }

    /// Whether a name that is nowhere may be that of an external crate: the `[lib] name` of one that is not renamed
    /// is not in the manifest.
    fn may_be_crate(&self, crate_id: CrateId) -> bool {
        self.imports_are_known()
            && self.editions[crate_id.0 as usize] != Edition::E2015
            && self.externs[crate_id.0 as usize].has_unnamed
    }

    /// The external crates whose macros `#[macro_use]` brings in.
    pub(super) fn macro_use_crates(&self, crate_id: CrateId) -> Vec<Definition> {
        let imports = self.macro_crates.get(&crate_id).into_iter().flatten();
        let hits = imports.flat_map(|&import| self.macros_of(import));
        hits.map(|hit| hit.definition)
            .filter(|definition| matches!(definition, Definition::External(_)))
            .collect()
    }

    /// The crates whose macros an `extern crate` brings in with `#[macro_use]`.
    fn macros_of(&self, import: ImportId) -> &[Hit] {
        let data = &self.imports[import as usize];
        // Asked for any name: such an import is taken to bring in all of them.
        note(data.scope, Name::default());
        &data.hits
    }

    /// Paths of imports in edition 2015 begin at the root.
    pub(super) fn lexical_start(&self, place: Place, crate_id: CrateId) -> ScopeId {
        let is_2015 = self.editions[crate_id.0 as usize] == Edition::E2015;
        if is_2015 && place.import.is_some() {
            World::module_scope(self.tree.crate_(crate_id).root)
        } else {
            place.scope
        }
    }

    /// `use log::log;` brings in a macro; in `log::debug` the first segment is still the crate.
    pub(super) fn prefer_crate(
        &self,
        crate_id: CrateId,
        first: Name,
        hits: Vec<Hit>,
        more: bool,
    ) -> Vec<Hit> {
        let is_below = |hit: &Hit| match hit.definition {
            Definition::External(path) => path
                .strip_prefix(first.as_str())
                .is_some_and(|rest| rest.starts_with("::")),
            _ => false,
        };
        if more && hits.iter().any(is_below) && self.extern_prelude(crate_id, first).is_some() {
            return hits.into_iter().filter(|hit| !is_below(hit)).collect();
        }
        hits
    }

    /// A macro in textual scope (<https://doc.rust-lang.org/reference/macros-by-example.html#scoping-exporting-and-importing>):
    /// defined in the module or one around it, or in one that `#[macro_use]` opens. The order in the text is not looked at.
    pub(super) fn textual_macro(&self, module: ModuleId, first: Name) -> Vec<Hit> {
        let crate_id = self.crate_of(module);
        let known = self.macros.get(&(crate_id, first));
        let mut hits: Vec<Hit> = known
            .into_iter()
            .flatten()
            .filter(|&&id| self.reaches_textually(self.item(id).module, module))
            .map(|&id| self.item_hit(id))
            .collect();
        if !hits.is_empty() {
            return hits;
        }
        for &import in self.macro_crates.get(&crate_id).into_iter().flatten() {
            for hit in self.macros_of(import) {
                if let Definition::Module(root) = hit.definition {
                    let query = Query {
                        name: first,
                        spaces: MACROS,
                        viewer: module,
                        instance: None,
                        skip: None,
                    };
                    hits.extend(self.lookup(World::module_scope(root), query).hits);
                }
            }
        }
        hits
    }

    /// Whether macros of `defining` are in textual scope in `module`.
    fn reaches_textually(&self, defining: ModuleId, module: ModuleId) -> bool {
        let mut at = defining;
        loop {
            if self.tree.is_within(module, at) {
                return true;
            }
            match self.tree.module(at).parent {
                Some(parent) if self.macro_use[at.0 as usize] => at = parent,
                _ => return false,
            }
        }
    }

    fn step_all(
        &self,
        viewer: ModuleId,
        hits: &[Hit],
        segment: Name,
        spaces: Spaces,
        depth: u8,
    ) -> Outcome {
        let mut all = Vec::new();
        let mut failure = None;
        for hit in hits {
            match self.step(viewer, hit, segment, spaces, depth) {
                Ok(found) => all.extend(found),
                Err(cause) => failure = failure.or(Some(cause)),
            }
        }
        match failure {
            Some(cause) if all.is_empty() => Err(cause),
            _ => {
                all.sort_unstable();
                all.dedup();
                Ok(all)
            }
        }
    }

    /// From one meaning of the path so far to the next segment.
    pub(super) fn step(
        &self,
        viewer: ModuleId,
        hit: &Hit,
        segment: Name,
        spaces: Spaces,
        depth: u8,
    ) -> Outcome {
        let named = join_names(hit.named, segment);
        match hit.definition {
            Definition::Module(module) => {
                self.step_into_module(viewer, module, named, segment, spaces)
            }
            Definition::External(path) => Ok(vec![Hit {
                definition: Definition::External(join_names(path, segment)),
                spaces: ALL,
                named,
            }]),
            Definition::Item(id) => Ok(self.step_into_item(id, named, segment, spaces, depth)),
            Definition::Made(module, path) => Ok(vec![Hit {
                named,
                ..self.made(module, join_names(path, segment))
            }]),
        }
    }

    fn step_into_module(
        &self,
        viewer: ModuleId,
        module: ModuleId,
        named: Name,
        segment: Name,
        spaces: Spaces,
    ) -> Outcome {
        if segment == "self" {
            return Ok(vec![self.module_hit(module)]);
        }
        if segment == "super" {
            let parent = self.tree.module(module).parent.unwrap_or(module);
            return Ok(vec![self.module_hit(parent)]);
        }
        let query = Query {
            name: segment,
            spaces,
            viewer,
            instance: None,
            skip: None,
        };
        let found = self.lookup(World::module_scope(module), query);
        if !found.hits.is_empty() {
            let renamed = found.hits.into_iter().map(|hit| Hit { named, ..hit });
            return Ok(renamed.collect());
        }
        note_miss();
        let hits = match self.perhaps(found, segment, spaces) {
            // Whichever of several makes it, it comes through this module: that much is known.
            Err(Cause::MacroDefined) if self.imports_are_known() => {
                let hit = self.made(module, segment);
                vec![Hit { spaces, ..hit }]
            }
            outcome => outcome?,
        };
        Ok(hits.into_iter().map(|hit| Hit { named, ..hit }).collect())
    }

    /// A variant or associated item. One that no `impl` of the workspace defines leaves the type itself.
    fn step_into_item(
        &self,
        id: ItemId,
        named: Name,
        segment: Name,
        spaces: Spaces,
        depth: u8,
    ) -> Vec<Hit> {
        if let Some((instance, path)) = self.item(id).alias {
            let targets = self.path_in(instance, path, depth + 1).unwrap_or_default();
            let mut hits = Vec::new();
            for target in &targets {
                match target.definition {
                    Definition::Item(inner) if inner != id && depth < ALIAS_DEPTH => {
                        hits.extend(self.step_into_item(inner, named, segment, spaces, depth + 1));
                    }
                    // Whoever goes through an alias of an external type depends on the alias, as with the type itself.
                    _ => {}
                }
            }
            if !hits.is_empty() {
                return hits;
            }
        }
        let members = self.members.get(&(id, segment));
        let found: Vec<Hit> = members
            .into_iter()
            .flatten()
            .map(|&member| Hit {
                definition: Definition::Item(member),
                spaces,
                named,
            })
            .collect();
        if found.is_empty() {
            return vec![Hit {
                definition: Definition::Item(id),
                spaces,
                named,
            }];
        }
        found
    }

    /// The type behind an alias, as far as it is an item of the workspace.
    pub(super) fn type_of(&self, id: ItemId) -> ItemId {
        let mut at = id;
        for _ in 0..ALIAS_DEPTH {
            if self.item(at).kind != ItemKind::TypeAlias {
                return at;
            }
            let Some((instance, path)) = self.item(at).alias else {
                return at;
            };
            let hits = self.path_in(instance, path, 1).unwrap_or_default();
            let next = hits.iter().find_map(|hit| match hit.definition {
                Definition::Item(inner) => Some(inner),
                _ => None,
            });
            match next {
                Some(next) if next != at => at = next,
                _ => return at,
            }
        }
        at
    }
}

/// What every crate can name of the standard library.
fn prelude_path(first: Name, spaces: Spaces, is_derive: bool) -> Option<String> {
    if spaces == MACROS && !is_derive {
        prelude::macro_path(&first)
    } else {
        prelude::name_path(&first, is_derive)
    }
}

fn external(path: Name) -> Hit {
    Hit {
        definition: Definition::External(path),
        spaces: ALL,
        named: path,
    }
}
