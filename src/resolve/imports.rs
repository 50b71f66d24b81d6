//! The fixed-point loop: imports are resolved again until none of them changes what it brings in.

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{ALL, Hit, ImportId, TYPES, World, number};
use crate::facts::ImportTarget;

/// Imports through more facades than this stay unresolved; code that compiles needs a handful.
const ROUNDS: usize = 64;

/// Resolves all imports.
pub fn resolve_all(world: &mut World<'_>) {
    for _ in 0..ROUNDS {
        let changed: Vec<(ImportId, Vec<Hit>)> = (0..number(world.imports.len()))
            .into_par_iter()
            .filter_map(|id| {
                let hits = resolve(world, id);
                (hits != world.imports[id as usize].hits).then_some((id, hits))
            })
            .collect();
        if changed.is_empty() {
            return;
        }
        for (id, hits) in changed {
            world.imports[id as usize].hits = hits;
        }
    }
}

/// What an import brings in, as far as the others are known.
fn resolve(world: &World<'_>, id: ImportId) -> Vec<Hit> {
    outcome(world, id).unwrap_or_default()
}

/// What an import leads to, or why it leads nowhere.
pub fn outcome(world: &World<'_>, id: ImportId) -> super::paths::Outcome {
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
    };
    world.resolve(place, import.anchor, facts.segments(import.path), spaces)
}
