//! Which macro a call means, and what it writes.

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{Definition, ItemId, MACROS, World, number};
use crate::base::{Name, SourceMap, join, name};
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
    let crate_id = match definition {
        Some(Rules::Item(id)) => world.crate_of(world.item(id).module),
        Some(Rules::Known(_)) | None => CrateId(0),
    };
    let file = world.tree.files[data.file].file;
    Expansion {
        instance,
        call,
        crate_id,
        facts: definition.and_then(|rules| {
            let arguments = text(sources, file, &facts.macro_calls[call].arguments)?;
            written(world, sources, rules, &facts.macro_calls[call], &arguments)
        }),
    }
}

/// The rules of a macro.
#[derive(Clone, Copy)]
enum Rules {
    /// Of a `macro_rules!` in the workspace.
    Item(ItemId),
    /// Of a macro of a well-known crate.
    Known(&'static str),
}

/// The macro that a call means.
fn definition(world: &World<'_>, instance: usize, call: &MacroCall) -> Option<Rules> {
    let facts = world.tree.facts(&world.tree.instances[instance]);
    let path = &facts.paths[call.path as usize];
    let place = Place {
        scope: world.scope_of[instance][path.scope as usize],
        instance: number(instance),
        import: None,
        is_derive: false,
        is_path: true,
    };
    let segments = facts.segments(path.path);
    let found = world.resolve(place, path.anchor, segments, MACROS);
    let Ok(hits) = found else {
        return known_of_macro_use(world, instance, call, segments);
    };
    hits.iter().find_map(|hit| match hit.definition {
        Definition::Item(id) if world.item(id).kind == ItemKind::Macro => Some(Rules::Item(id)),
        Definition::External(path) => rust::known_rules(&path).map(Rules::Known),
        _ => None,
    })
}

/// Of several crates whose macros `#[macro_use]` brings in, one is known to have this one.
fn known_of_macro_use(
    world: &World<'_>,
    instance: usize,
    call: &MacroCall,
    segments: &[Name],
) -> Option<Rules> {
    let [only] = segments else { return None };
    let module = world.tree.instances[instance].scope_modules[call.scope as usize];
    let crates = world.macro_use_crates(world.crate_of(module));
    crates.iter().find_map(|definition| match definition {
        Definition::External(path) => rust::known_rules(&join(path, only)).map(Rules::Known),
        _ => None,
    })
}

fn written(
    world: &World<'_>,
    sources: &SourceMap,
    rules: Rules,
    call: &MacroCall,
    arguments: &str,
) -> Option<FileFacts> {
    let others = |wanted: &str| {
        let Rules::Item(id) = rules else { return None };
        let crate_id = world.crate_of(world.item(id).module);
        let known = world.macros.get(&(crate_id, name(wanted)))?;
        body(world, sources, *known.first()?)
    };
    let definition = match rules {
        Rules::Item(id) => body(world, sources, id)?,
        Rules::Known(rules) => rules.to_owned(),
    };
    rust::expand(&Call {
        definition: &definition,
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
