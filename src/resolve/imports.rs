//! The fixed-point loop: imports are resolved again until none of them changes what it brings in.

use rayon::prelude::*;

use super::paths::{Outcome, Place};
use super::scopes::{ALL, ImportId, TYPES, World, number};
use crate::base::{Map, Name, Set};
use crate::facts::ImportTarget;

/// Imports through more facades than this stay unresolved; code that compiles needs a handful.
const ROUNDS: usize = 64;

/// Resolves all imports.
pub(super) fn resolve_all(world: &mut World<'_>) {
    let imports: Vec<ImportId> = (0..number(world.imports.len())).collect();
    resolve(world, &imports);
}

/// Resolves the imports that a path may go through whose segments are among `names`, and no other.
pub(super) fn resolve_for(world: &mut World<'_>, names: Set<Name>) {
    let mut by_name: Map<Name, Vec<ImportId>> = Map::default();
    let mut found: Vec<ImportId> = Vec::new();
    for id in 0..number(world.imports.len()) {
        match brought(world, id) {
            Brought::Name(visible) => by_name.entry(visible).or_default().push(id),
            Brought::Any => found.push(id),
            Brought::Nothing => {}
        }
    }
    let mut next = 0;
    let mut wanted: Vec<Name> = names.iter().copied().collect();
    let mut names = names;
    loop {
        while let Some(name) = wanted.pop() {
            found.extend(by_name.remove(&name).unwrap_or_default());
        }
        let Some(&id) = found.get(next) else { break };
        next += 1;
        let segments = segments(world, id).iter();
        wanted.extend(segments.copied().filter(|it| names.insert(*it)));
    }
    found.sort_unstable();
    resolve(world, &found);
}

/// What an import may bring in for other paths.
enum Brought {
    Nothing,
    Name(Name),
    Any,
}

fn brought(world: &World<'_>, id: ImportId) -> Brought {
    let import = world.import(&world.imports[id as usize]);
    match import.target {
        _ if import.macro_use => Brought::Any,
        ImportTarget::Name(visible) | ImportTarget::Module(visible) => Brought::Name(visible),
        ImportTarget::Glob => Brought::Any,
        ImportTarget::Unnamed => Brought::Nothing,
    }
}

fn segments<'w>(world: &World<'w>, id: ImportId) -> &'w [Name] {
    let data = &world.imports[id as usize];
    let facts = world
        .tree
        .facts(&world.tree.instances[data.instance as usize]);
    facts.segments(world.import(data).path)
}

/// Resolves these imports: those again, round by round, that go through one that the round before has changed. What a
/// path goes through beside its own segments (aliases of types) is not followed; so a round over all of them is the last.
fn resolve(world: &mut World<'_>, imports: &[ImportId]) {
    let mut again: Option<Vec<ImportId>> = None;
    for _ in 0..ROUNDS {
        let changed = round(world, again.as_deref().unwrap_or(imports));
        if changed.is_empty() && again.is_none() {
            return;
        }
        let names = changed.iter().filter_map(|&id| match brought(world, id) {
            Brought::Nothing => None,
            Brought::Name(name) => Some(Some(name)),
            Brought::Any => Some(None),
        });
        let names: Option<Set<Name>> = names.collect();
        again = names.filter(|it| !it.is_empty()).map(|names| {
            let goes_through = |id: &&ImportId| {
                let mut segments = segments(world, **id).iter();
                segments.any(|it| names.contains(it))
            };
            imports.iter().filter(goes_through).copied().collect()
        });
    }
}

/// Resolves these imports once; gives those that lead elsewhere than before.
fn round(world: &mut World<'_>, imports: &[ImportId]) -> Vec<ImportId> {
    let seen: &World<'_> = world;
    let changed: Vec<(ImportId, Outcome)> = imports
        .par_iter()
        .filter_map(|&id| {
            let found = outcome(seen, id);
            let known = &seen.imports[id as usize];
            let is_known = match &found {
                Ok(hits) => *hits == known.hits,
                Err(cause) => known.hits.is_empty() && Some(*cause) == known.failure,
            };
            (!is_known).then_some((id, found))
        })
        .collect();
    let ids = changed.iter().map(|(id, _)| *id).collect();
    for (id, found) in changed {
        let import = &mut world.imports[id as usize];
        import.failure = found.as_ref().err().copied();
        import.hits = found.unwrap_or_default();
    }
    ids
}

/// What an import leads to, or why it leads nowhere.
pub(super) fn outcome(world: &World<'_>, id: ImportId) -> Outcome {
    let data = &world.imports[id as usize];
    let import = world.import(data);
    let instance = &world.tree.instances[data.instance as usize];
    let facts = world.tree.facts(instance);
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
    world.resolve(place, import.anchor, facts.segments(import.path), spaces)
}
