//! Which macro a call means, and what it writes.

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{Definition, ItemId, MACROS, World, number};
use crate::base::{SourceMap, name};
use crate::facts::rust::{self, Call, Origin};
use crate::facts::{FileFacts, ItemKind, MacroCall, Tokens};
use crate::modules::{CrateId, Expansion, List, ModuleTree};

/// Whether any call was not tried yet.
pub fn has_candidates(tree: &ModuleTree) -> bool {
    let mut instances = tree.instances.iter();
    instances.any(|instance| tree.facts(instance).macro_calls.len() > instance.tried_calls.len())
}

/// Expands every call that was not tried yet, in order.
pub fn layer(world: &World<'_>, sources: &SourceMap) -> Vec<Expansion> {
    let calls: Vec<(usize, usize)> = untried(world);
    calls
        .into_par_iter()
        .map(|(instance, call)| expand(world, sources, instance, call))
        .collect()
}

fn untried(world: &World<'_>) -> Vec<(usize, usize)> {
    let mut calls = Vec::new();
    for (at, instance) in world.tree.instances.iter().enumerate() {
        let replaced = world.tree.replaced(instance, List::MacroCalls);
        for call in 0..world.tree.facts(instance).macro_calls.len() {
            let is_replaced = replaced.iter().any(|range| range.contains(&call));
            if !is_replaced && !instance.tried_calls.contains(&call) {
                calls.push((at, call));
            }
        }
    }
    calls
}

fn expand(world: &World<'_>, sources: &SourceMap, instance: usize, call: usize) -> Expansion {
    let data = &world.tree.instances[instance];
    let facts = world.tree.facts(data);
    let definition = definition(world, instance, &facts.macro_calls[call]);
    let crate_id = definition.map_or(CrateId(0), |id| world.crate_of(world.item(id).module));
    let file = world.tree.files[data.file].file;
    Expansion {
        instance,
        call,
        crate_id,
        facts: definition.and_then(|id| {
            let arguments = text(sources, file, &facts.macro_calls[call].arguments)?;
            written(world, sources, id, &facts.macro_calls[call], &arguments)
        }),
    }
}

/// The `macro_rules!` that a call means.
fn definition(world: &World<'_>, instance: usize, call: &MacroCall) -> Option<ItemId> {
    let facts = world.tree.facts(&world.tree.instances[instance]);
    let path = &facts.paths[call.path as usize];
    let place = Place {
        scope: world.scope_of[instance][path.scope as usize],
        instance: number(instance),
        import: None,
        is_derive: false,
        is_path: true,
    };
    let hits = world
        .resolve(place, path.anchor, facts.segments(path.path), MACROS)
        .ok()?;
    hits.iter().find_map(|hit| match hit.definition {
        Definition::Item(id) if world.item(id).kind == ItemKind::Macro => Some(id),
        _ => None,
    })
}

fn written(
    world: &World<'_>,
    sources: &SourceMap,
    id: ItemId,
    call: &MacroCall,
    arguments: &str,
) -> Option<FileFacts> {
    let crate_id = world.crate_of(world.item(id).module);
    let others = |wanted: &str| {
        let known = world.macros.get(&(crate_id, name(wanted)))?;
        body(world, sources, *known.first()?)
    };
    rust::expand(&Call {
        definition: &body(world, sources, id)?,
        arguments,
        origin: Origin {
            call: call.span,
            arguments: match call.arguments {
                Tokens::Text(span) => Some(span.start),
                Tokens::Written(_) => None,
            },
        },
        others: &others,
    })
}

/// The rules of a macro, as text.
fn body(world: &World<'_>, sources: &SourceMap, id: ItemId) -> Option<String> {
    let item = world.item(id);
    text(sources, item.location.file, item.body.as_ref()?)
}

fn text(sources: &SourceMap, file: crate::base::FileId, tokens: &Tokens) -> Option<String> {
    match tokens {
        Tokens::Text(span) => {
            let location = crate::base::Location { file, span: *span };
            Some(sources.snippet(location).to_owned())
        }
        Tokens::Written(text) => Some(text.clone()),
    }
}
