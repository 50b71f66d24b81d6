//! How an associated type that is written came to its trait: `T::Item`, `Self::Error`, `Iterator<Item = T>`.
//!
//! In: what was found. Out: its trail.
//! *Invariant:* says what is written, and which trait it led to.

use super::words;
use crate::base::{Trail, TrailStep};
use crate::facts::code::{Type, TypeIx};
use crate::infer::definitions::Callable;
use crate::infer::found::{Found, Target};
use crate::infer::program::Program;
use crate::infer::reference;
use crate::resolve::{self, Asked};

/// The trail of a reference that a written type makes; `None` for any other.
pub(super) fn trail(program: &Program<'_>, found: &Found, asked: &Asked) -> Option<Trail> {
    let Target::Callable(Callable::Trait(of_trait, member)) = found.target else {
        return None;
    };
    let world = program.world(false);
    let facts = program.facts(found.home);
    let (_, item) = program.item(of_trait)?;
    let member = item.members.get(member as usize)?.name;
    let importer = world.tree.module(asked.importer).path;
    let by_macro = if asked.via_macro {
        ", by the definition of a macro"
    } else {
        ""
    };
    let of: Option<TypeIx> = facts.code.types.iter().find_map(|ty| match ty {
        Type::Associated {
            of,
            name,
            site: Some(site),
            ..
        } if *site == found.site && *name == member => Some(*of),
        _ => None,
    });
    let (text, why) = if let Some(of) = of {
        let is_own = matches!(facts.code.types.get(of as usize), Some(Type::Own));
        let of = words::written_type(facts, of);
        let by = if is_own {
            "the `impl`, the trait or the bounds around it"
        } else {
            "a bound, or a trait above one"
        };
        let why = format!("`{of}` has `{}` here, by {by}", item.name);
        (format!("{of}::{member}"), why)
    } else {
        let why = format!("the bound that it stands in reaches `{}`", item.name);
        (format!("{member} = …"), why)
    };
    let text = format!("`{text}` is written in `{importer}`{by_macro}");
    let reference = reference(program, found)?;
    let module = world.tree.module(reference.module).path;
    let end = format!(
        "`{}` is defined in the trait `{}`, in `{module}`",
        reference.item, item.name
    );
    let mut steps = resolve::macro_steps(world, found.home.instance as usize);
    steps.push(TrailStep::at(asked.location, text));
    steps.push(TrailStep::nowhere(why));
    steps.push(TrailStep::at(reference.location, end));
    Some(steps)
}
