//! Associated items: each belongs to the type that its `impl` is for, and is defined where the `impl` stands.

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{Definition, ItemData, ItemId, TYPES, World, number};
use crate::base::{Location, Map, Name};
use crate::facts::Impl;
use crate::modules::{List, ModuleId};

/// Gives every type the associated items of its `impl` blocks.
///
/// Items of trait impls count only where no inherent one has the name and all of them stand in one module:
/// which of several impls is meant is a question of types.
pub(super) fn assign_associated_items(world: &mut World<'_>) {
    let mut of_traits: Map<(ItemId, Name), Vec<ItemId>> = Map::default();
    let seen: &World<'_> = world;
    let owners: Vec<Vec<(usize, ItemId)>> = (0..seen.tree.instances.len())
        .into_par_iter()
        .map(|instance| owners_in(seen, instance))
        .collect();
    for (instance, owners) in owners.into_iter().enumerate() {
        let data = &world.tree.instances[instance];
        let impls = &world.tree.facts(data).impls;
        for (at, owner) in owners {
            let block = &impls[at];
            let module = data.scope_modules[block.scope as usize];
            add_members(world, owner, block, module, instance, &mut of_traits);
        }
    }
    for (key, ids) in sorted(of_traits) {
        let module = world.item(ids[0]).module;
        let in_one_module = ids.iter().all(|&id| world.item(id).module == module);
        if in_one_module {
            world.members.entry(key).or_insert_with(|| vec![ids[0]]);
        }
    }
}

/// The `impl` blocks of an instance by number, each with the items that it is for.
fn owners_in(world: &World<'_>, instance: usize) -> Vec<(usize, ItemId)> {
    let data = &world.tree.instances[instance];
    let impls = world.tree.facts(data).impls.iter().enumerate();
    let replaced = world.tree.replaced(data, List::Impls);
    let blocks = impls.filter(|(at, _)| !replaced.contains(*at));
    blocks
        .flat_map(|(at, block)| {
            let owners = self_types(world, instance, block).into_iter();
            owners.map(move |owner| (at, owner))
        })
        .collect()
}

fn sorted(map: Map<(ItemId, Name), Vec<ItemId>>) -> Vec<((ItemId, Name), Vec<ItemId>)> {
    let mut entries: Vec<_> = map.into_iter().collect();
    entries.sort_unstable();
    entries
}

/// The items of the workspace that an `impl` is for: mostly one, several under `cfg`.
fn self_types(world: &World<'_>, instance: usize, block: &Impl) -> Vec<ItemId> {
    let Some(path) = block.self_path else {
        return Vec::new();
    };
    let data = &world.tree.instances[instance];
    let facts = world.tree.facts(data);
    let path = &facts.paths[path as usize];
    let place = Place {
        scope: world.scope_of[instance][path.scope as usize],
        instance: number(instance),
        import: None,
        is_derive: false,
        is_path: true,
    };
    let hits = world
        .resolve(place, path.anchor, facts.segments(path.path), TYPES)
        .unwrap_or_default();
    let items = hits.iter().filter_map(|hit| match hit.definition {
        Definition::Item(id) => Some(world.type_of(id)),
        _ => None,
    });
    items.collect()
}

fn add_members(
    world: &mut World<'_>,
    owner: ItemId,
    block: &Impl,
    module: ModuleId,
    instance: usize,
    of_traits: &mut Map<(ItemId, Name), Vec<ItemId>>,
) {
    let file = world.tree.files[world.tree.instances[instance].file].file;
    for member in &block.members {
        let id = number(world.items.len());
        world.items.push(ItemData {
            name: member.name,
            kind: member.kind,
            module,
            owner: Some(owner),
            location: Location {
                file,
                span: member.span,
            },
            alias: None,
            body: None,
        });
        let key = (owner, member.name);
        if block.is_of_trait {
            of_traits.entry(key).or_default().push(id);
        } else {
            world.members.entry(key).or_default().push(id);
        }
    }
}
