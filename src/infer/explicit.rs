//! `T::Name` → `<T as Trait>::Name`, by the bounds that hold where it is written
//! (<https://doc.rust-lang.org/reference/paths.html#paths-in-types>).
//!
//! In: a type as written, and the bounds around it. Out: the type, with the trait of each projection that a bound tells.
//! *Invariant:* a projection whose trait no bound tells stays as it is written.

use std::sync::Arc;

use super::program::{Generics, Program, Signature};
use super::types::{Bound, Def, Projection, Trait, Ty};
use crate::base::{Name, name};

/// Supertraits of supertraits are looked through so far.
const DEPTH: u8 = 6;

/// The type, with the traits of its projections.
pub(super) fn ty(program: &Program<'_>, bounds: &[(Ty, Bound)], of: &Ty) -> Ty {
    if !of.any(&mut |it| is_bare(it)) {
        return of.clone();
    }
    of.map(&|it| match it {
        Ty::Projection(projection) if is_bare(it) => {
            let inner = ty(program, bounds, &projection.of);
            let mut candidates = bounds.iter().filter(|(of, _)| *of == inner);
            let of_trait = candidates
                .find_map(|(_, bound)| with_member(program, bound, projection.name, DEPTH));
            Some(Ty::Projection(Arc::new(Projection {
                of: inner,
                of_trait,
                name: projection.name,
            })))
        }
        _ => None,
    })
}

/// All types of a signature.
pub(super) fn signature(program: &Program<'_>, of: Signature) -> Signature {
    let bounds = &of.generics.bounds;
    let one = |it: &Ty| ty(program, bounds, it);
    Signature {
        receiver: of.receiver.as_ref().map(one),
        parameters: of.parameters.iter().map(one).collect(),
        result: one(&of.result),
        generics: Generics {
            bounds: all(program, bounds),
            parameters: of.generics.parameters,
        },
    }
}

/// Bounds among themselves.
pub(super) fn all(program: &Program<'_>, bounds: &[(Ty, Bound)]) -> Vec<(Ty, Bound)> {
    let one = |of: &Ty| ty(program, bounds, of);
    let bound = |bound: &Bound| Bound {
        of_trait: bound.of_trait,
        args: bound.args.iter().map(one).collect(),
        bindings: bound
            .bindings
            .iter()
            .map(|(name, it)| (*name, one(it)))
            .collect(),
    };
    bounds.iter().map(|(of, it)| (one(of), bound(it))).collect()
}

/// What holds in a trait: itself, of `Self`.
pub(super) fn within(program: &Program<'_>, of_trait: Def) -> (Ty, Bound) {
    (Ty::Param(name("Self")), program.own_bound(of_trait))
}

fn is_bare(of: &Ty) -> bool {
    matches!(of, Ty::Projection(projection) if projection.of_trait.is_none())
}

/// The bound itself where its trait has the member, or one of its supertraits.
fn with_member(program: &Program<'_>, bound: &Bound, wanted: Name, depth: u8) -> Option<Bound> {
    let Trait::Known(def) = bound.of_trait else {
        return None;
    };
    if program.trait_member(def, wanted).is_some() {
        return Some(Bound {
            bindings: Arc::from([]),
            ..bound.clone()
        });
    }
    let depth = depth.checked_sub(1)?;
    let with = program.generics_of(def);
    let with = with.map(|(_, generics)| super::program::substitution(generics, &bound.args));
    let with = with.unwrap_or_default();
    program
        .supertraits(def)
        .iter()
        .find_map(|above| with_member(program, &above.substitute(&with), wanted, depth))
}
