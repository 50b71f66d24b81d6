//! The fixed-point loop: imports are resolved again until none of them changes what it brings in.
//!
//! *Invariant:* whoever reads what an import brings in notes that it asked.

use rayon::prelude::*;

use super::asked::{Asked, has_missed, noted};
use super::paths::{Outcome, Place};
use super::scopes::{ALL, ImportId, ScopeId, TYPES, World, number};
use crate::base::{Map, Name, Set};
use crate::facts::ImportTarget;

/// Imports through more facades than this stay unresolved; code that compiles needs a handful.
const ROUNDS: usize = 64;

/// Resolves all imports. Then `then` finds who may make names that are not written, and those are resolved again that did
/// not find one.
pub(super) fn resolve_all(world: &mut World<'_>, then: impl FnOnce(&mut World<'_>)) {
    let imports: Vec<ImportId> = (0..number(world.imports.len())).collect();
    let mut asked = nothing_asked(&imports);
    resolve_some(world, &imports, (0..imports.len()).collect(), &mut asked);
    then(world);
    let missed = (0..imports.len()).filter(|at| has_missed(&asked[*at]));
    resolve_some(world, &imports, missed.collect(), &mut asked);
}

fn nothing_asked(imports: &[ImportId]) -> Vec<Box<[Asked]>> {
    vec![Box::default(); imports.len()]
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
    let all = (0..found.len()).collect();
    resolve_some(world, &found, all, &mut nothing_asked(&found));
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

/// Resolves some of these imports, and round by round those again that have asked for one that the round before has
/// changed.
fn resolve_some(
    world: &mut World<'_>,
    imports: &[ImportId],
    mut again: Vec<usize>,
    asked: &mut [Box<[Asked]>],
) {
    for _ in 0..ROUNDS {
        let changed = round(world, imports, &again, asked);
        if changed.is_empty() {
            return;
        }
        let mut names: Set<Asked> = Set::default();
        let mut scopes: Set<ScopeId> = Set::default();
        for id in changed {
            let scope = world.imports[id as usize].scope;
            match brought(world, id) {
                Brought::Nothing => {}
                Brought::Name(name) => drop(names.insert((scope, name))),
                Brought::Any => drop(scopes.insert(scope)),
            }
        }
        let is_touched = |at: &usize| {
            let mut asked = asked[*at].iter();
            asked.any(|it| names.contains(it) || scopes.contains(&it.0))
        };
        again = (0..imports.len())
            .into_par_iter()
            .filter(is_touched)
            .collect();
    }
}

/// Resolves some of these imports once, and notes what each asked; gives those that lead elsewhere than before.
fn round(
    world: &mut World<'_>,
    imports: &[ImportId],
    which: &[usize],
    asked: &mut [Box<[Asked]>],
) -> Vec<ImportId> {
    let seen: &World<'_> = world;
    let found: Vec<(Option<Outcome>, Box<[Asked]>)> = which
        .par_iter()
        .map(|&at| {
            let id = imports[at];
            let (found, asked) = noted(|| outcome(seen, id));
            let known = &seen.imports[id as usize];
            let is_known = match &found {
                Ok(hits) => *hits == known.hits && known.failure.is_none(),
                Err(cause) => known.hits.is_empty() && Some(*cause) == known.failure,
            };
            ((!is_known).then_some(found), asked)
        })
        .collect();
    let mut changed = Vec::new();
    for (&at, (found, by)) in which.iter().zip(found) {
        asked[at] = by;
        if let Some(found) = found {
            let import = &mut world.imports[imports[at] as usize];
            import.failure = found.as_ref().err().copied();
            import.hits = found.unwrap_or_default();
            changed.push(imports[at]);
        }
    }
    changed
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
