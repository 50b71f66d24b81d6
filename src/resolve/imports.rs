//! The fixed-point loop: imports are resolved again until none of them changes what it brings in.

use rayon::prelude::*;

use super::paths::{Outcome, Place};
use super::scopes::{ALL, ImportId, TYPES, World, number};
use crate::facts::ImportTarget;

/// Imports through more facades than this stay unresolved; code that compiles needs a handful.
const ROUNDS: usize = 64;

/// Resolves all imports.
pub(super) fn resolve_all(world: &mut World<'_>) {
    for _ in 0..ROUNDS {
        let changed: Vec<(ImportId, Outcome)> = (0..number(world.imports.len()))
            .into_par_iter()
            .filter_map(|id| {
                let found = outcome(world, id);
                let known = &world.imports[id as usize];
                let is_known = match &found {
                    Ok(hits) => *hits == known.hits,
                    Err(cause) => known.hits.is_empty() && Some(*cause) == known.failure,
                };
                (!is_known).then_some((id, found))
            })
            .collect();
        if changed.is_empty() {
            return;
        }
        for (id, found) in changed {
            let import = &mut world.imports[id as usize];
            import.failure = found.as_ref().err().copied();
            import.hits = found.unwrap_or_default();
        }
    }
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
