//! Names that no text defines: what macros make that are not expanded.
//!
//! Code that compiles defines every name that it uses. So where a path leads into a module that holds a macro
//! which was not expanded, nothing else in the module has the name, and nothing else could bring it in, the macro
//! makes it: the reference is known to lead to that module. Where something else could bring it in as well, a path
//! that names the module still leads to it, and no further; a bare name leads nowhere.

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{Definition, MACROS, Makers, World, number};
use crate::base::ReferenceKind;
use crate::base::{Location, Name};
use crate::facts::{Certainty, PathUse, Position};
use crate::modules::{List, ModuleId};

/// Attributes of well-known crates that wrap a function or rewrite a body and make no new name.
const MAKE_NO_NAME: [&str; 14] = [
    "async_trait",
    "bench",
    "fixture",
    "global_allocator",
    "instrument",
    "main",
    "proptest",
    "rstest",
    "serde_as",
    "skip_serializing_none",
    "test",
    "test_case",
    "traced_test",
    "wasm_bindgen_test",
];

/// Item macros of well-known crates that make no name but those in their arguments, which were read as items.
const MAKE_WRITTEN_NAMES: [&str; 14] = [
    "allow_columns_to_appear_in_same_group_by_clause",
    "allow_tables_to_appear_in_same_query",
    "assert_impl_all",
    "assert_not_impl_any",
    "compile_error",
    "const_assert",
    "criterion_main",
    "custom_keyword",
    "custom_punctuation",
    "global_asm",
    "joinable",
    "lazy_static",
    "static_assertions",
    "thread_local",
];

/// Finds the modules in which macros may make names. Imports must be resolved.
pub(super) fn find(world: &mut World<'_>) {
    let mut makers = vec![Makers::default(); world.tree.modules.len()];
    let seen: &World<'_> = world;
    let found: Vec<Vec<Found>> = (0..seen.tree.instances.len())
        .into_par_iter()
        .map(|instance| of_instance(seen, instance))
        .collect();
    for (module, maker) in found.into_iter().flatten() {
        let makers = &mut makers[module.0 as usize];
        match maker {
            Some(location) => makers.add(location),
            None => makers.derives = true,
        }
    }
    world.makers = makers;
}

/// A macro that makes names in a module, or derives that may.
type Found = (ModuleId, Option<Location>);

fn of_instance(world: &World<'_>, instance: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let data = &world.tree.instances[instance];
    let facts = world.tree.facts(data);
    let file = world.tree.files[data.file].file;
    let replaced = world.tree.replaced(data, List::MacroCalls);
    for (at, call) in facts.macro_calls.iter().enumerate() {
        let is_replaced = replaced.contains(at);
        let path = &facts.paths[call.path as usize];
        let last = facts.segments(path.path).last();
        let is_known = last.is_some_and(|last| MAKE_WRITTEN_NAMES.contains(&last.as_str()));
        let makes_items = call.position == Position::Items;
        if makes_items && !is_replaced && !is_known && !data.expanded_calls.contains(&at) {
            let module = data.scope_modules[call.scope as usize];
            let location = Location {
                file,
                span: call.span,
            };
            found.push((module, Some(location)));
        }
    }
    for declaration in &facts.modules {
        if let (Some(body), Some(path)) = (declaration.body, declaration.attribute)
            && is_macro(world, instance, &facts.paths[path as usize])
        {
            let module = data.scope_modules[body as usize];
            let span = facts.paths[path as usize].span;
            found.push((module, Some(Location { file, span })));
        }
    }
    let replaced = world.tree.replaced(data, List::Paths);
    for (at, path) in facts.paths.iter().enumerate() {
        let is_replaced = || replaced.contains(at);
        if path.kind != ReferenceKind::Derive || is_replaced() || !is_macro(world, instance, path) {
            continue;
        }
        let module = data.scope_modules[path.scope as usize];
        if path.certainty == Certainty::Maybe {
            let location = Location {
                file,
                span: path.span,
            };
            found.push((module, Some(location)));
        } else {
            found.push((module, None));
        }
    }
    found
}

/// Whether an attribute or derive is a macro that is no part of the language.
fn is_macro(world: &World<'_>, instance: usize, path: &PathUse) -> bool {
    let facts = world.tree.facts(&world.tree.instances[instance]);
    let segments = facts.segments(path.path);
    let is_attribute = path.certainty == Certainty::Maybe;
    if is_attribute
        && segments
            .last()
            .is_some_and(|last| MAKE_NO_NAME.contains(&last.as_str()))
    {
        return false;
    }
    let place = Place {
        scope: world.scope_of[instance][path.scope as usize],
        instance: number(instance),
        import: None,
        is_derive: !is_attribute,
        is_path: !is_attribute,
    };
    let hits = world.resolve(place, path.anchor, segments, MACROS);
    hits.unwrap_or_default()
        .iter()
        .any(|hit| match hit.definition {
            Definition::External(path) => {
                path.contains("::") && !["std::", "core::"].iter().any(|std| path.starts_with(std))
            }
            Definition::Item(_) => true,
            Definition::Module(_) | Definition::Made(..) => false,
        })
}

impl Makers {
    fn add(&mut self, location: Location) {
        self.count += 1;
        self.first.get_or_insert(location);
    }
}

impl World<'_> {
    /// Whether imports are resolved as far as written names go.
    pub(super) fn imports_are_known(&self) -> bool {
        self.makers.len() == self.tree.modules.len()
    }

    /// Whether a macro in a module may make a name. A derive makes names that contain the name of its type.
    pub(super) fn may_make(&self, module: ModuleId, name: Name) -> bool {
        let Some(makers) = self.makers.get(module.0 as usize) else {
            return false;
        };
        let names = &self.scope(World::module_scope(module)).names;
        let is_derived = || {
            let mut types = names.keys();
            types.any(|known| known.len() > 2 && *known != name && name.contains(known.as_str()))
        };
        makers.count > 0 || makers.derives && is_derived()
    }
}
