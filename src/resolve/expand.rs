//! Which macro a call means, and what it writes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::paths::Place;
use super::scopes::{Definition, ItemId, MACROS, World, number};
use crate::base::{FileId, Location, Name, Set, SourceMap, join, name};
use crate::facts::rust::{self, Call, Origin, RuleCache, RulesOf, Spent, Surroundings, Visible};
use crate::facts::{Anchor, FileFacts, ImportTarget, ItemKind, MacroCall, Tokens};
use crate::modules::{CrateId, Expansion, ModuleTree};

/// So many `cfg` versions of one macro are looked at.
const VERSIONS: usize = 4;

/// A macro call: its instance, and its index there.
type CallIx = (usize, usize);

/// The calls to try next: those that were not tried yet and may mean a macro whose rules are known.
///
/// A call in the arguments of another one waits until that turns out to have no rules.
///
/// `names`: those of [`macro_names`].
pub(super) fn candidates(tree: &ModuleTree, names: &Set<Name>) -> Vec<CallIx> {
    let instances = tree.instances.par_iter().enumerate().with_min_len(64);
    let calls = instances.flat_map_iter(|(at, instance)| {
        let facts = tree.facts(instance);
        let tried = |call: usize| {
            let is_never = || instance.is_never(facts.macro_calls[call].cfg);
            instance.tried_calls.contains(&call) || is_never()
        };
        let expanded = |call| instance.expanded_calls.contains(&call);
        let mut calls = Vec::new();
        // A call stands behind those in its arguments.
        let mut next = facts.macro_calls.len();
        while let Some(call) = next.checked_sub(1) {
            let data = &facts.macro_calls[call];
            let may_have_rules = last_segment(facts, data).is_some_and(|it| names.contains(&it));
            if !tried(call) && may_have_rules {
                calls.push((at, call));
            }
            let takes_its_arguments = expanded(call) || !tried(call) && may_have_rules;
            next = if takes_its_arguments {
                data.read.from.macro_calls.min(call)
            } else {
                call
            };
        }
        calls.reverse();
        calls
    });
    calls.collect()
}

/// The names of all macros whose rules are known, under any name that an import gives them.
pub(super) fn macro_names(tree: &ModuleTree) -> Set<Name> {
    let files = || tree.files.iter().map(|parsed| &parsed.facts);
    let mut names: Set<Name> = rust::known_names().map(name).collect();
    let items = files().flat_map(|facts| &facts.items);
    names.extend(
        items
            .filter(|item| item.kind == ItemKind::Macro)
            .map(|item| item.name),
    );
    let renamed: Vec<Name> = files()
        .flat_map(|facts| facts.imports.iter().map(move |import| (facts, import)))
        .filter_map(|(facts, import)| match import.target {
            ImportTarget::Name(visible) => {
                let last = facts.segments(import.path).last()?;
                names.contains(last).then_some(visible)
            }
            _ => None,
        })
        .collect();
    names.extend(renamed);
    names
}

/// The names that lead to the macros of these calls, and to those that their expansions may call.
///
/// `names`: those of [`macro_names`].
pub(super) fn with_paths(mut names: Set<Name>, tree: &ModuleTree, calls: &[CallIx]) -> Set<Name> {
    for &(instance, call) in calls {
        let facts = tree.facts(&tree.instances[instance]);
        let path = facts.macro_calls[call].path as usize;
        names.extend(facts.segments(facts.paths[path].path));
    }
    names
}

fn last_segment(facts: &FileFacts, call: &MacroCall) -> Option<Name> {
    facts
        .segments(facts.paths[call.path as usize].path)
        .last()
        .copied()
}

/// What a call is expanded to.
struct Expanded {
    expansions: Vec<Expansion>,
    spent: Spent,
    /// The time that all of it took.
    took: Duration,
}

/// What a layer of calls is expanded to.
pub(crate) struct Layer {
    /// The expansions, in the order of the calls.
    pub expansions: Vec<Expansion>,
    /// Of the time that passed, the part that went into reading what the macros wrote, in the work of all threads.
    pub reading: Duration,
}

/// Expands calls, in order. Of a macro with several `cfg` versions each that writes anything counts.
///
/// What the calls write is taken off the budget. Once it is spent, the others stay as they are. Mostly it is not: so
/// all calls are expanded at once until they have written so much together, and what is missing then so many at a time
/// that the outcome is the same on any number of threads.
pub(super) fn layer(
    world: &World<'_>,
    sources: &SourceMap,
    calls: &[CallIx],
    budget: &mut usize,
) -> Layer {
    static BATCHES: AtomicUsize = AtomicUsize::new(1);
    let batch = BATCHES.fetch_add(1, Ordering::Relaxed);
    let expanded = |&(instance, call): &CallIx| -> Expanded {
        let cache = RuleCache::of_batch(batch);
        let (begun, before) = (Instant::now(), cache.spent());
        let expansions = expand(world, sources, &cache, instance, call);
        Expanded {
            expansions,
            spent: cache.spent().since(before),
            took: begun.elapsed(),
        }
    };
    let begun = Instant::now();
    let written = AtomicUsize::new(0);
    let at_once = |call: &CallIx| {
        let is_within = written.load(Ordering::Relaxed) < *budget;
        let done = is_within.then(|| expanded(call))?;
        written.fetch_add(done.spent.tokens, Ordering::Relaxed);
        Some(done)
    };
    let calls_of = calls.par_iter().with_max_len(1); // one call may write as much as a hundred others
    let mut done: Vec<Option<Expanded>> = calls_of.map(at_once).collect();
    let mut all = Vec::with_capacity(calls.len());
    let (mut reading, mut took) = (Duration::ZERO, Duration::ZERO);
    let (mut calls, mut done) = (calls, done.as_mut_slice());
    while !calls.is_empty() {
        let now = calls.len().min(1 + *budget / rust::TOKENS);
        let is_spent = *budget == 0;
        let (these, later) = calls.split_at(now);
        let (slots, done_later) = done.split_at_mut(now);
        if !is_spent {
            let missing = these.par_iter().zip(&mut *slots).with_max_len(1);
            missing.for_each(|(call, slot)| {
                slot.get_or_insert_with(|| expanded(call));
            });
        }
        for (&(instance, call), slot) in these.iter().zip(slots) {
            match slot.take().filter(|_| !is_spent) {
                Some(done) => {
                    *budget = budget.saturating_sub(done.spent.tokens);
                    (reading, took) = (reading + done.spent.reading, took + done.took);
                    all.extend(done.expansions);
                }
                None => all.push(left_alone(instance, call)),
            }
        }
        (calls, done) = (later, done_later);
    }
    let part = reading.div_duration_f64(took.max(Duration::from_nanos(1)));
    Layer {
        expansions: all,
        reading: begun.elapsed().mul_f64(part),
    }
}

const fn left_alone(instance: usize, call: usize) -> Expansion {
    Expansion {
        instance,
        call,
        crate_id: CrateId(0),
        facts: None,
    }
}

fn expand(
    world: &World<'_>,
    sources: &SourceMap,
    cache: &RuleCache,
    instance: usize,
    call: usize,
) -> Vec<Expansion> {
    let data = &world.tree.instances[instance];
    let written_call = &world.tree.facts(data).macro_calls[call];
    let file = world.tree.files[data.file].file;
    let arguments = text(sources, file, &written_call.arguments);
    let versions = definitions(world, instance, written_call);
    let mut expansions: Vec<Expansion> = versions
        .into_iter()
        .take(VERSIONS)
        .filter_map(|rules| {
            let at = CallAt { instance, call };
            let facts = written(world, sources, cache, rules, at, &arguments)?;
            let crate_id = match rules {
                RulesOf::Item(id) => world.crate_of(world.item(id).module),
                RulesOf::Known(_) => CrateId(0),
            };
            Some(Expansion {
                instance,
                call,
                crate_id,
                facts: Some(facts),
            })
        })
        .collect();
    if expansions.len() > 1 {
        let is_empty = |it: &Expansion| it.facts.as_ref().is_none_or(FileFacts::is_empty);
        let first = expansions.iter().position(|it| !is_empty(it)).unwrap_or(0);
        expansions.swap(0, first);
        let rest = expansions.split_off(1);
        expansions.extend(rest.into_iter().filter(|it| !is_empty(it)));
    }
    if expansions.is_empty() {
        expansions.push(left_alone(instance, call));
    }
    expansions
}

/// A call: its instance, and its index there.
#[derive(Clone, Copy)]
struct CallAt {
    instance: usize,
    call: usize,
}

/// The macro that a call means, in all its versions.
pub(super) fn definitions(world: &World<'_>, instance: usize, call: &MacroCall) -> Vec<RulesOf> {
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
        let known = known_of_macro_use(world, instance, call, segments);
        return known.into_iter().collect();
    };
    let rules = hits.iter().filter_map(|hit| match hit.definition {
        Definition::Item(id) if world.item(id).kind == ItemKind::Macro => Some(RulesOf::Item(id)),
        Definition::External(path) => rust::known_rules(&path).map(RulesOf::Known),
        _ => None,
    });
    rules.collect()
}

/// Of several crates whose macros `#[macro_use]` brings in, one is known to have this one.
fn known_of_macro_use(
    world: &World<'_>,
    instance: usize,
    call: &MacroCall,
    segments: &[Name],
) -> Option<RulesOf> {
    let [only] = segments else { return None };
    let module = world.tree.instances[instance].scope_modules[call.scope as usize];
    let crates = world.macro_use_crates(world.crate_of(module));
    crates.iter().find_map(|definition| match definition {
        Definition::External(path) => rust::known_rules(&join(path, only)).map(RulesOf::Known),
        _ => None,
    })
}

fn written(
    world: &World<'_>,
    sources: &SourceMap,
    cache: &RuleCache,
    rules: RulesOf,
    at: CallAt,
    arguments: &str,
) -> Option<FileFacts> {
    let data = &world.tree.instances[at.instance];
    let call = &world.tree.facts(data).macro_calls[at.call];
    let crate_id = match rules {
        RulesOf::Item(id) => Some(world.crate_of(world.item(id).module)),
        RulesOf::Known(_) => None,
    };
    let others = |path: &[String]| nested(world, crate_id?, at.instance, call, path);
    let text = |rules: RulesOf| match rules {
        RulesOf::Item(id) => body(world, sources, id),
        RulesOf::Known(rules) => Some(rules.to_owned()),
    };
    let expanded = Call {
        rules,
        arguments,
        position: call.position,
        header: header(world, sources, at),
        surroundings: surroundings(world, at),
        origin: Origin {
            call: call.span,
            arguments: match call.arguments {
                Tokens::Text(span) => Some(span.start),
                Tokens::Written(_) => None,
            },
        },
        text: &text,
        others: &others,
    };
    rust::expand(&expanded, cache)
}

/// What stands in front of the body of the `impl` that holds a call, where that is text.
fn header<'s>(world: &World<'_>, sources: &'s SourceMap, at: CallAt) -> Option<&'s str> {
    let data = &world.tree.instances[at.instance];
    let facts = world.tree.facts(data);
    let call = &facts.macro_calls[at.call];
    let Some(Anchor::SelfOfImpl(index)) = call.around.as_ref()?.self_anchor else {
        return None;
    };
    let span = facts.impls[index as usize].header?;
    let file = world.tree.files[data.file].file;
    Some(sources.snippet(Location { file, span }))
}

/// The macro that a call in an expansion means: one of the crate that defines the outer macro, as `$crate` is read as
/// that crate in all that the outer call writes.
fn nested(
    world: &World<'_>,
    crate_id: CrateId,
    instance: usize,
    call: &MacroCall,
    path: &[String],
) -> Option<RulesOf> {
    let wanted = name(path.last()?);
    let is_own = |id: &ItemId| world.crate_of(world.item(*id).module) == crate_id;
    let by_scope = || {
        let place = Place {
            scope: world.scope_of[instance][call.scope as usize],
            instance: number(instance),
            import: None,
            is_derive: false,
            is_path: true,
        };
        let hits = world.resolve(place, Anchor::Lexical, &[wanted], MACROS);
        let hits = hits.unwrap_or_default();
        let items = hits.iter().filter_map(|hit| match hit.definition {
            Definition::Item(id) => Some(id),
            _ => None,
        });
        let items: Vec<ItemId> = items.collect();
        items.first().copied()
    };
    let found = if path.len() == 1 { by_scope() } else { None };
    let by_name = || {
        let known = world.macros.get(&(crate_id, wanted))?;
        known.first().copied()
    };
    let id = found.or_else(by_name).filter(is_own)?;
    Some(RulesOf::Item(id))
}

/// What a call in a body can see: the bindings and generic parameters around it, and around the calls whose
/// expansions hold it.
fn surroundings(world: &World<'_>, at: CallAt) -> Option<Surroundings> {
    let mut found = Surroundings::default();
    let mut next = Some((at.instance, at.call));
    let mut level = 0;
    while let Some((instance, call)) = next {
        let data = &world.tree.instances[instance];
        let facts = world.tree.facts(data);
        let Some(around) = &facts.macro_calls[call].around else {
            break;
        };
        if level == 0 {
            found.types.clone_from(&around.types);
            found.has_self = around.self_anchor.is_some();
        }
        let mut local = around.local;
        while let Some(binding) = local {
            let data = facts.code.locals[binding as usize];
            found.locals.push(Visible {
                name: data.name,
                maybe_constant: data.maybe_constant,
                level,
                local: binding,
            });
            local = data.outer;
        }
        next = data.expansion_of;
        level += 1;
    }
    found.locals.reverse();
    (level > 0).then_some(found)
}

/// The rules of a macro, as text.
fn body(world: &World<'_>, sources: &SourceMap, id: ItemId) -> Option<String> {
    let item = world.item(id);
    Some(text(sources, item.location.file, item.body.as_ref()?))
}

fn text(sources: &SourceMap, file: FileId, tokens: &Tokens) -> String {
    match tokens {
        Tokens::Text(span) => {
            let location = Location { file, span: *span };
            sources.snippet(location).to_owned()
        }
        Tokens::Written(text) => text.clone(),
    }
}
