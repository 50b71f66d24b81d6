//! Types → the references that no path names: methods, fields, and associated items of a type.
//!
//! In: the resolved names, and the bodies that the facts hold. Out: [`Inferred`]: what each of these names leads to.
//! *Invariant:* nothing is guessed by its name: a value whose type is not known leads nowhere, and is counted.

mod body;
mod calls;
mod definitions;
mod explicit;
mod expressions;
mod found;
mod impls;
mod language;
mod library;
mod lower;
mod methods;
mod noted;
mod open;
mod ordinary;
mod origin;
mod paths;
mod patterns;
mod pinned;
mod program;
mod project;
mod select;
mod solve;
#[cfg(test)]
mod tests;
mod trail;
mod types;
mod values;
mod written;

use rayon::prelude::*;

use crate::base::{Location, Name, join_names, number};

use crate::facts::code::{Body, ItemCode, MemberCode, Owner};
use crate::modules::ModuleId;
use crate::resolve::{TypedReference, World};
use crate::workspace::Workspace;
use body::Inference;
use definitions::{Callable, Home};
use found::{Found, Target};
use language::Language;
use open::Open;
use origin::Recorder;
use program::Program;
use solve::Solver;
use types::{Bound, Def, SELF, Ty};

pub(crate) use trail::trails;

/// What inference found.
#[derive(Debug, Default)]
pub(crate) struct Inferred {
    /// The references, in the order of the files.
    pub references: Vec<TypedReference>,
    /// How many method calls and field accesses there are.
    pub sites: u32,
    /// How many of these are on a value whose type is not known.
    pub unknown: u32,
}

/// What is known of the crates outside of a workspace.
#[derive(Clone, Copy)]
pub(crate) struct Signatures(&'static World<'static>);

/// Reads the signatures of the crates that a workspace depends on, as far as they are known.
#[must_use]
pub(crate) fn signatures(workspace: &Workspace) -> Signatures {
    Signatures(library::world(workspace))
}

/// Infers the types in every body of a workspace.
#[must_use]
pub(crate) fn infer(world: &World<'_>, signatures: Signatures) -> Inferred {
    let program = Program::new(world, signatures.0);
    let language = Language::new(&program);
    let parts: Vec<Inferred> = (0..world.tree.instances.len())
        .into_par_iter()
        .with_max_len(1) // one file may hold as many bodies as a hundred others
        .map(|instance| of_instance(&program, &language, number(instance)))
        .collect();
    // Both take their time, one core each.
    let (all, ()) = rayon::join(|| joined(parts), || drop(program));
    all
}

fn joined(parts: Vec<Inferred>) -> Inferred {
    let mut all = Inferred::default();
    for part in parts {
        all.references.extend(part.references);
        all.sites += part.sites;
        all.unknown += part.unknown;
    }
    // What macro calls write is walked with the code around them, and belongs to instances of its own.
    all.references.sort_by_key(|reference| reference.instance);
    all
}

fn of_instance(program: &Program<'_>, language: &Language, instance: u32) -> Inferred {
    let home = Home {
        in_library: false,
        instance,
    };
    let mut inferred = Inferred::default();
    for found in &written::of_definitions(program, home) {
        inferred.references.extend(reference(program, found));
    }
    let open = Open::default();
    for body in program.bodies_of(home) {
        let Some(inference) = walked(program, language, (home, &open), body, None) else {
            continue;
        };
        inferred.sites += inference.sites;
        inferred.unknown += inference.unknown;
        for found in &inference.found {
            inferred.references.extend(reference(program, found));
        }
    }
    inferred
}

/// The inference of one body, done; with notes where there is a recorder.
fn walked<'p, 'w>(
    program: &'p Program<'w>,
    language: &'p Language,
    (home, open): (Home, &'p Open),
    body: &Body,
    recorder: Option<Recorder>,
) -> Option<Inference<'p, 'w>> {
    let head = head_of(program, home, body)?;
    let mut solver = Solver::new(program, head.env);
    solver.recorder = recorder;
    let mut inference = Inference::new(solver, language, (home, open), head.self_ty);
    inference.of_trait = head.of_trait;
    inference.within = head.within;
    inference.body(body, &head.parameters, head.result);
    Some(inference)
}

/// What is known at the beginning of a body.
#[derive(Default)]
struct BodyHead {
    env: Vec<(Ty, Bound)>,
    self_ty: Option<Ty>,
    /// The `impl` around, and its trait.
    within: Option<u32>,
    of_trait: Option<Bound>,
    parameters: Vec<Ty>,
    result: Option<Ty>,
}

fn head_of(program: &Program<'_>, home: Home, body: &Body) -> Option<BodyHead> {
    let facts = program.facts(home);
    let world = program.world(home.in_library);
    let first = world.first_item[home.instance as usize];
    let def_of = |item: u32| Def {
        in_library: home.in_library,
        item: first + item,
    };
    let of_signature = |callable: Callable, self_ty: Option<Ty>, mut env: Vec<(Ty, Bound)>| {
        let signature = program.signature(callable)?;
        env.extend(signature.generics.bounds.iter().cloned());
        let receiver = signature.receiver.clone();
        Some(BodyHead {
            env,
            self_ty,
            within: None,
            of_trait: None,
            parameters: receiver
                .into_iter()
                .chain(signature.parameters.iter().cloned())
                .collect(),
            result: Some(signature.result.clone()),
        })
    };
    match body.owner {
        Owner::Item(item) => {
            let def = def_of(item);
            match &facts.items.get(item as usize)?.code {
                ItemCode::Value(ty) => Some(BodyHead {
                    result: Some(program.lower(home, None).ty(*ty)),
                    ..BodyHead::default()
                }),
                _ => of_signature(Callable::Item(def), None, Vec::new()),
            }
        }
        Owner::ImplMember(index, member) => {
            let id = program.impl_at(home, index)?;
            let data = &program.impls[id as usize];
            let self_ty = Some(data.self_ty.clone());
            match data.facts.members.get(member as usize)?.code {
                MemberCode::Value(ty) => Some(BodyHead {
                    env: data.generics.bounds.clone(),
                    result: Some(
                        program
                            .lower(home, self_ty.as_ref())
                            .within(Some(id))
                            .ty(ty),
                    ),
                    self_ty,
                    within: Some(id),
                    of_trait: data.of_trait.clone(),
                    ..BodyHead::default()
                }),
                _ => Some(BodyHead {
                    within: Some(id),
                    of_trait: data.of_trait.clone(),
                    ..of_signature(Callable::Impl(id, member), self_ty, Vec::new())?
                }),
            }
        }
        Owner::TraitMember(item, member) => {
            let def = def_of(item);
            let env = vec![(Ty::Param(*SELF), program.own_bound(def))];
            of_signature(Callable::Trait(def, member), None, env)
        }
        Owner::Nobody => Some(BodyHead::default()),
    }
}

/// The reference that a finding is; `None` where it leads out of the workspace.
fn reference(program: &Program<'_>, found: &Found) -> Option<TypedReference> {
    let (module, item, location) = match found.target {
        Target::Callable(callable) => callable_place(program, callable)?,
        Target::Field(def, field) => {
            if def.in_library {
                return None;
            }
            let fields = program.fields(def);
            let (_, _, location) = fields.iter().find(|(name, ..)| *name == field)?;
            let item = join_names(item_path(program, def), field);
            (program.module(def), item, *location)
        }
        Target::Derived(def, member) => {
            if def.in_library {
                return None;
            }
            let location = program.world(false).items[def.item as usize].location;
            (
                program.module(def),
                join_names(program.name(def), member),
                location,
            )
        }
        Target::Item(def) => {
            if def.in_library {
                return None;
            }
            let world = program.world(false);
            let location = world.items[def.item as usize].location;
            (program.module(def), item_path(program, def), location)
        }
    };
    Some(TypedReference {
        instance: found.home.instance,
        site: found.site,
        kind: found.kind,
        module,
        item,
        location,
    })
}

fn item_path(program: &Program<'_>, def: Def) -> Name {
    match program.owner(def) {
        Some(owner) => join_names(program.name(owner), program.name(def)),
        None => program.name(def),
    }
}

fn callable_place(program: &Program<'_>, callable: Callable) -> Option<(ModuleId, Name, Location)> {
    let place = |home: Home, span| {
        let tree = program.world(home.in_library).tree;
        let file = tree.files[tree.instances[home.instance as usize].file].file;
        Location { file, span }
    };
    match callable {
        Callable::Item(def) => {
            if def.in_library {
                return None;
            }
            let (home, item) = program.item(def)?;
            Some((program.module(def), item.name, place(home, item.span)))
        }
        Callable::Impl(id, member) => {
            let data = &program.impls[id as usize];
            if data.home.in_library {
                return None;
            }
            let member = data.facts.members.get(member as usize)?;
            let item = match &data.self_ty {
                Ty::Adt(def, _) => join_names(program.name(*def), member.name),
                _ => member.name,
            };
            Some((data.module, item, place(data.home, member.span)))
        }
        Callable::Trait(def, member) => {
            if def.in_library {
                return None;
            }
            let (home, item) = program.item(def)?;
            let member = item.members.get(member as usize)?;
            let path = join_names(item.name, member.name);
            Some((program.module(def), path, place(home, member.span)))
        }
    }
}
