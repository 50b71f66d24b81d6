//! `T::Name` → `<T as Trait>::Name`, by the bounds that hold where it is written
//! (<https://doc.rust-lang.org/reference/paths.html#paths-in-types>).
//!
//! In: a type as written, and the bounds around it. Out: the type, with the trait of each projection that a bound tells.
//! *Invariant:* a projection whose trait no bound tells stays as it is written.

use std::sync::Arc;

use super::definitions::{Generics, Signature};
use super::program::{Program, substitution};
use super::types::{Bound, Def, Projection, SELF, Shared, Trait, Ty};
use crate::base::Name;

/// Supertraits of supertraits are looked through so far.
const DEPTH: u8 = 6;

impl Program<'_> {
    /// The type, with the traits of its projections.
    pub(super) fn explicit(&self, bounds: &[(Ty, Bound)], of: &Ty) -> Ty {
        if !of.any(&mut |it| is_bare(it)) {
            return of.clone();
        }
        of.map(&|it| match it {
            Ty::Projection(projection) if is_bare(it) => {
                let inner = self.explicit(bounds, &projection.of);
                let mut candidates = bounds.iter().filter(|(of, _)| *of == inner);
                let of_trait = candidates
                    .find_map(|(_, bound)| self.with_member(bound, projection.name, DEPTH));
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
    pub(super) fn explicit_signature(&self, of: Signature) -> Signature {
        let bounds = &of.generics.bounds;
        let one = |it: &Ty| self.explicit(bounds, it);
        Signature {
            receiver: of.receiver.as_ref().map(one),
            parameters: of.parameters.iter().map(one).collect(),
            result: one(&of.result),
            generics: Generics {
                bounds: self.explicit_bounds(bounds),
                parameters: of.generics.parameters,
            },
        }
    }

    /// Bounds among themselves.
    pub(super) fn explicit_bounds(&self, bounds: &[(Ty, Bound)]) -> Vec<(Ty, Bound)> {
        let one = |of: &Ty| self.explicit(bounds, of);
        let bound = |bound: &Bound| {
            let bindings = bound.bindings.iter();
            Bound {
                of_trait: bound.of_trait,
                args: bound.args.iter().map(one).collect(),
                bindings: bindings.map(|(name, it)| (*name, one(it))).collect(),
            }
        };
        bounds.iter().map(|(of, it)| (one(of), bound(it))).collect()
    }

    /// What holds in a trait: itself, of `Self`.
    pub(super) fn held_within(&self, of_trait: Def) -> (Ty, Bound) {
        (Ty::Param(*SELF), self.own_bound(of_trait))
    }

    /// The bound itself where its trait has the member, or one of its supertraits.
    fn with_member(&self, bound: &Bound, wanted: Name, depth: u8) -> Option<Bound> {
        let Trait::Known(def) = bound.of_trait else {
            return None;
        };
        if self.trait_member(def, wanted).is_some() {
            return Some(Bound {
                bindings: Shared::default(),
                ..bound.clone()
            });
        }
        let depth = depth.checked_sub(1)?;
        let with = self.generics_of(def);
        let with = with.map(|(_, generics)| substitution(generics, &bound.args));
        let with = with.unwrap_or_default();
        let supertraits = self.supertraits(def);
        let mut supertraits = supertraits.iter();
        supertraits.find_map(|above| self.with_member(&above.substitute(&with), wanted, depth))
    }
}

fn is_bare(of: &Ty) -> bool {
    matches!(of, Ty::Projection(projection) if projection.of_trait.is_none())
}
