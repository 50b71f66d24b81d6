//! How a reference was established: the same way is gone once more, and each step is told.
//!
//! In: the resolved world, and a reference. Out: a [`Trail`] from what is written to what it leads to.
//! *Invariant:* decides nothing; each step is one that resolution takes, and what cannot be gone again is not told.

mod follow;
mod words;

use super::expand::definitions;
use super::references::{path_outcome, place_of, targets};
use super::scopes::{Definition, Hit, ItemId, World, number};
use super::{Target, imports};
use crate::base::{Location, Name, ReferenceKind, Trail, TrailStep};
use crate::facts::rust::RulesOf;
use crate::facts::{Certainty, ImportTarget, Namespace, PathUse, Visibility};
use crate::modules::{List, ModuleId};
use follow::Follow;

/// A reference whose way is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// The module in which it is written.
    pub importer: ModuleId,
    /// Its role.
    pub kind: ReferenceKind,
    /// Where it is written.
    pub location: Location,
    /// The path as named, made absolute.
    pub named: Name,
    /// What it leads to.
    pub target: Target,
    /// Whether the definition of a macro wrote it.
    pub via_macro: bool,
}

/// The way of a reference that a path or an import makes; `None` where no path makes it.
#[must_use]
pub(crate) fn trail(world: &World<'_>, asked: &Asked) -> Option<Trail> {
    let tree = world.tree;
    let instances = tree.instances.iter().enumerate();
    let mut of_file = instances.filter(|(_, it)| tree.files[it.file].file == asked.location.file);
    of_file.find_map(|(instance, _)| {
        let find = Find {
            world,
            asked,
            instance,
        };
        find.import().or_else(|| find.path())
    })
}

/// What stands before the writing of a name: the macro calls and `include!`s that an instance of a file comes from,
/// the outermost first.
#[must_use]
pub(crate) fn origin(world: &World<'_>, instance: usize) -> Trail {
    let data = &world.tree.instances[instance];
    if let Some((outer, call)) = data.expansion_of {
        let mut steps = origin(world, outer);
        steps.extend(of_call(world, outer, call));
        return steps;
    }
    let Some((outer, scope)) = data.included_in else {
        return Trail::new();
    };
    let mut steps = origin(world, outer);
    let around = &world.tree.instances[outer];
    let mut includes = world.tree.facts(around).includes.iter();
    if let Some(include) = includes.find(|it| it.scope == scope) {
        let location = Location {
            file: world.tree.files[around.file].file,
            span: include.span,
        };
        steps.push(TrailStep::at(location, "`include!` brings the file in"));
    }
    steps
}

/// A macro call that was expanded, and the rules that it was expanded by.
fn of_call(world: &World<'_>, instance: usize, call: usize) -> Trail {
    let data = &world.tree.instances[instance];
    let facts = world.tree.facts(data);
    let call = &facts.macro_calls[call];
    let name = words::segments(facts, &facts.paths[call.path as usize]);
    let module = world
        .tree
        .module(data.scope_modules[call.scope as usize])
        .path;
    let location = Location {
        file: world.tree.files[data.file].file,
        span: call.span,
    };
    let text = format!("`{name}!` is called in `{module}` and expanded");
    let mut steps = vec![TrailStep::at(location, text)];
    for rules in definitions(world, instance, call) {
        steps.push(match rules {
            RulesOf::Item(id) => {
                let item = world.item(id);
                let module = world.tree.module(item.module).path;
                let text = format!("`macro_rules! {}` is defined in `{module}`", item.name);
                TrailStep::at(item.location, text)
            }
            RulesOf::Known(_) => TrailStep::nowhere(format!(
                "`{name}!` is a macro of a well-known crate, whose rules are built in"
            )),
        });
    }
    steps
}

/// The last step: where the thing that is meant is defined.
fn definition(world: &World<'_>, id: ItemId) -> TrailStep {
    let item = world.item(id);
    let kind = match item.owner {
        Some(owner) => words::member(item.kind, world.item(owner).kind),
        None => words::kind(item.kind),
    };
    let module = world.tree.module(item.module);
    let path = world.item_path(id);
    let text = format!("the {kind} `{path}` is defined in `{}`", module.path);
    TrailStep::at(item.location, text)
}

/// A search for what was written, in one instance of a file.
struct Find<'s, 'a> {
    world: &'s World<'a>,
    asked: &'s Asked,
    instance: usize,
}

impl Find<'_, '_> {
    fn leads_there(&self, hit: &Hit) -> bool {
        hit.named == self.asked.named && targets(self.world, hit).contains(&self.asked.target)
    }

    fn is_of_importer(&self, scope: u32) -> bool {
        let data = &self.world.tree.instances[self.instance];
        data.scope_modules[scope as usize] == self.asked.importer
    }

    fn import(&self) -> Option<Trail> {
        let tree = self.world.tree;
        let data = &tree.instances[self.instance];
        let facts = tree.facts(data);
        let replaced = tree.replaced(data, List::Imports);
        let first = self
            .world
            .imports
            .partition_point(|it| (it.instance as usize) < self.instance);
        let asked = self.asked;
        facts.imports.iter().enumerate().find_map(|(at, import)| {
            let kind = match import.visibility {
                Visibility::Module => ReferenceKind::Import,
                _ => ReferenceKind::ReExport,
            };
            let is_it = import.span == asked.location.span
                && kind == asked.kind
                && import.via_macro == asked.via_macro
                && !replaced.contains(at)
                && self.is_of_importer(import.scope);
            if !is_it {
                return None;
            }
            let id = number(first + at);
            let hits = imports::outcome(self.world, id).ok()?;
            let hit = hits.iter().find(|hit| self.leads_there(hit))?;
            let text = words::import(facts, import);
            let more = if matches!(import.target, ImportTarget::Glob) {
                ", and brings in whatever it holds"
            } else {
                ""
            };
            let text = format!("`{text}` is written in `{}`{more}", self.importer());
            let steps = Follow::new(self.world).import(id, hit)?;
            Some(self.told(&text, hit, steps))
        })
    }

    fn path(&self) -> Option<Trail> {
        let tree = self.world.tree;
        let data = &tree.instances[self.instance];
        let facts = tree.facts(data);
        let replaced = tree.replaced(data, List::Paths);
        let asked = self.asked;
        facts.paths.iter().enumerate().find_map(|(at, path)| {
            let is_it = path.span == asked.location.span
                && path.kind == asked.kind
                && path.via_macro == asked.via_macro
                && path.certainty != Certainty::Silent
                && !replaced.contains(at)
                && self.is_of_importer(path.scope);
            if is_it { self.of_path(path) } else { None }
        })
    }

    fn of_path(&self, path: &PathUse) -> Option<Trail> {
        let facts = self
            .world
            .tree
            .facts(&self.world.tree.instances[self.instance]);
        let (outcome, spaces) = path_outcome(self.world, self.instance, path);
        let hits = outcome.ok()?;
        let hit = hits.iter().find(|hit| self.leads_there(hit))?;
        let text = words::path(facts, path.anchor, path.path);
        let is_call = path.kind == ReferenceKind::Macro && path.namespace == Namespace::Macro;
        let mark = if is_call { "!" } else { "" };
        let text = format!("`{text}{mark}` is written in `{}`", self.importer());
        let place = place_of(self.world, self.instance, path);
        let segments = facts.segments(path.path);
        let goal = |it: &Hit| it.definition == hit.definition && it.named == hit.named;
        let follow = Follow::new(self.world);
        let steps = follow.path(place, path.anchor, segments, spaces, &goal)?;
        let text = match path.certainty {
            Certainty::Tokens => {
                format!("{text}, in the tokens of a macro call that is not expanded")
            }
            _ => text,
        };
        Some(self.told(&text, hit, steps))
    }

    fn importer(&self) -> Name {
        self.world.tree.module(self.asked.importer).path
    }

    /// All steps: what wrote it, what is written, the way, the definition.
    fn told(&self, text: &str, hit: &Hit, way: Trail) -> Trail {
        let mut steps = origin(self.world, self.instance);
        let by_macro = if self.asked.via_macro {
            ", by the definition of a macro"
        } else {
            ""
        };
        let location = self.asked.location;
        steps.push(TrailStep::at(location, format!("{text}{by_macro}")));
        steps.extend(way);
        steps.push(self.end(hit));
        steps
    }

    fn end(&self, hit: &Hit) -> TrailStep {
        let world = self.world;
        match (hit.definition, self.asked.target) {
            (Definition::Item(id), Target::Item { location, .. }) => {
                let item = world.item(id);
                let owner = item.owner.filter(|_| item.location != location);
                match owner {
                    Some(owner) => {
                        let mut step = definition(world, owner);
                        step.text = format!("{}; `{}` is one of its items", step.text, item.name);
                        step
                    }
                    None => definition(world, id),
                }
            }
            (Definition::Made(module, path), _) => {
                let path = crate::base::join(&world.tree.module(module).path, &path);
                let text = format!("`{path}` is what a macro makes that is not expanded");
                TrailStep {
                    text,
                    location: self.asked.target_location(world),
                }
            }
            (Definition::External(path), _) => TrailStep::nowhere(format!(
                "`{path}` lies outside of the workspace, and is not followed further"
            )),
            (Definition::Module(_) | Definition::Item(_), Target::Module(module)) => {
                let module = world.tree.module(module);
                let text = match module.parent {
                    Some(_) => format!("`{}` is a module", module.path),
                    None => format!("`{}` is the root of its crate", module.path),
                };
                TrailStep {
                    text,
                    location: module.location,
                }
            }
            (Definition::Module(_) | Definition::Item(_), _) => {
                TrailStep::nowhere(format!("`{}` is reached", hit.named))
            }
        }
    }
}

impl Asked {
    fn target_location(&self, world: &World<'_>) -> Option<Location> {
        match self.target {
            Target::Item { location, .. } => Some(location),
            Target::Module(module) => world.tree.module(module).location,
            Target::External(_) => None,
        }
    }
}
