//! The values of associated types (<https://doc.rust-lang.org/reference/paths.html#qualified-paths>), `Deref` among them.
//!
//! In: a solver, and a type with projections. Out: the type without them, as far as they are known.
//! *Invariant:* a projection whose trait is not decided stays.

use std::sync::Arc;

use super::definitions::head;
use super::select::Selected;
use super::solve::{Answer, DEPTH, Solver};
use super::types::{Args, Bound, Def, Projection, Shared, TARGET, Trait, Ty};
use crate::base::Name;

impl Solver<'_, '_> {
    /// Replaces the projections in the bounds that hold, from the first that is new: `T::Item: A` is found as
    /// `<T as Iterator>::Item: A`.
    pub(super) fn normalize_env(&mut self, from: usize) {
        for at in from..self.env.len() {
            let (of, _) = &self.env[at];
            if of.has_projection() {
                self.env[at].0 = self.normalize(of, 0);
            }
        }
    }

    /// The value of an associated type, where the trait was selected.
    pub(super) fn associated(
        &self,
        of: &Ty,
        bound: &Bound,
        selected: &Selected,
        wanted: Name,
        depth: u8,
    ) -> Option<Ty> {
        match selected {
            Selected::Bound(found) => {
                let bound_to = found.bindings.iter().find(|(name, _)| *name == wanted);
                if let Some((_, ty)) = bound_to {
                    return Some(self.normalize(ty, depth + 1));
                }
                Some(Ty::Projection(Arc::new(Projection {
                    of: of.clone(),
                    of_trait: Some(Bound {
                        bindings: Shared::default(),
                        ..found.clone()
                    }),
                    name: wanted,
                })))
            }
            Selected::Builtin => match (of, wanted.as_str()) {
                (Ty::Adt(def, args), "Target") => {
                    let fields = self.program.fields(*def);
                    let [(_, only, _)] = fields else {
                        return None;
                    };
                    let with = self.trait_substitution(*def, args);
                    Some(self.normalize(&only.substitute(&with), depth + 1))
                }
                (Ty::Future(output), "Output") => Some((**output).clone()),
                (Ty::Future(_), "IntoFuture") => Some(of.clone()),
                (Ty::Closure(id), "Output") => {
                    Some(self.closures.borrow()[*id as usize].result.clone())
                }
                (Ty::Function(parts), "Output") => parts.last().cloned(),
                _ => None,
            },
            Selected::Impl(id, with) => {
                let data = &self.program.impls[*id as usize];
                let members = data.facts.members.iter();
                let member = members.into_iter().find(|it| it.name == wanted);
                let value = match member.map(|it| &it.code) {
                    Some(crate::facts::code::MemberCode::Type(_, Some(ty))) => {
                        let lower = self.program.lower(data.home, Some(&data.self_ty));
                        let lower = lower.within(Some(*id));
                        self.program.explicit(&data.generics.bounds, &lower.ty(*ty))
                    }
                    _ => self.trait_default(bound, wanted)?,
                };
                Some(self.normalize(&value.substitute(with), depth + 1))
            }
        }
    }

    fn trait_default(&self, bound: &Bound, wanted: Name) -> Option<Ty> {
        let Trait::Known(def) = bound.of_trait else {
            return None;
        };
        let (_, member) = self.program.trait_member(def, wanted)?;
        let (home, _) = self.program.item(def)?;
        match member.code {
            crate::facts::code::MemberCode::Type(_, Some(ty)) => {
                let within = [self.program.held_within(def)];
                let ty = self.program.lower(home, None).ty(ty);
                Some(self.program.explicit(&within, &ty))
            }
            _ => None,
        }
    }

    /// The value of `<of as bound>::wanted`. `None` where it is not known yet.
    pub(super) fn project(&self, projection: &Projection, depth: u8) -> Option<Ty> {
        if depth > DEPTH {
            return Some(Ty::Unknown);
        }
        let of = self.shallow(&projection.of);
        if of == Ty::Unknown {
            return Some(Ty::Unknown);
        }
        if matches!(of, Ty::Var(_)) {
            return None;
        }
        let Some(bound) = &projection.of_trait else {
            return self.project_by_name(&of, projection.name, depth);
        };
        match self.select(&of, bound.of_trait, &bound.args, depth + 1) {
            (Answer::No, _) => Some(Ty::Unknown),
            (_, Some(selected)) => {
                let found = self.associated(&of, bound, &selected, projection.name, depth + 1);
                Some(found.unwrap_or(Ty::Unknown))
            }
            (_, None) => None,
        }
    }

    /// The value of `T::Name`: whichever trait of `T` has it.
    fn project_by_name(&self, of: &Ty, wanted: Name, depth: u8) -> Option<Ty> {
        if let Some(bound) = self.trait_with(of, wanted) {
            let selected = Selected::Bound(bound.clone());
            return self.associated(of, &bound, &selected, wanted, depth);
        }
        if matches!(of, Ty::Param(_)) {
            // Of a parameter its bounds alone decide, and one of them is of a trait that is not known.
            return Some(Ty::Unknown);
        }
        let mut perhaps = None;
        for (def, _) in self.program.traits_with(head(&self.shallow(of)), wanted) {
            let fresh: Args = match self.program.generics_of(def) {
                Some((_, generics)) => generics.parameters.iter().map(|_| self.fresh()).collect(),
                None => Shared::default(),
            };
            let bound = Bound {
                of_trait: Trait::Known(def),
                args: fresh,
                bindings: Shared::default(),
            };
            match self.select(of, bound.of_trait, &bound.args, depth + 1) {
                (Answer::Yes, Some(selected)) => {
                    return self.associated(of, &bound, &selected, wanted, depth + 1);
                }
                (Answer::Perhaps, Some(selected)) => {
                    perhaps.get_or_insert((bound, selected));
                }
                _ => {}
            }
        }
        match perhaps {
            Some((bound, selected)) => self.associated(of, &bound, &selected, wanted, depth + 1),
            None => Some(Ty::Unknown),
        }
    }

    /// The type with its projections replaced by their values, as far as they are known.
    pub(super) fn normalize(&self, ty: &Ty, depth: u8) -> Ty {
        if depth > DEPTH || !ty.has_projection() {
            return ty.clone();
        }
        ty.map(&|it| match it {
            Ty::Projection(projection) => {
                let of = self.normalize(&projection.of, depth + 1);
                let inner = Projection {
                    of,
                    of_trait: projection.of_trait.clone(),
                    name: projection.name,
                };
                let value = self.project(&inner, depth + 1);
                Some(value.unwrap_or_else(|| Ty::Projection(Arc::new(inner))))
            }
            _ => None,
        })
    }

    /// What a value is dereferenced to.
    pub(super) fn deref(&self, ty: &Ty, deref: Option<Def>) -> Option<Ty> {
        match ty {
            Ty::Reference(_, of) => Some(self.shallow(of)),
            Ty::Adt(..) | Ty::Foreign(..) | Ty::Param(_) | Ty::Opaque(_) | Ty::Projection(_) => {
                let of_trait = Trait::Known(deref?);
                let (answer, selected) = self.select(ty, of_trait, &[], 0);
                let bound = Bound {
                    of_trait,
                    args: Shared::default(),
                    bindings: Shared::default(),
                };
                // Where all of the type is known and one `impl` may be meant, what it asks of traits from outside holds:
                // otherwise the code would not compile.
                let is_known = || !self.deep(ty).any(&mut |it| matches!(it, Ty::Var(_)));
                let selected = selected.filter(|_| answer == Answer::Yes || is_known())?;
                let target = self.associated(ty, &bound, &selected, *TARGET, 0)?;
                Some(self.shallow(&target))
            }
            _ => None,
        }
    }
}
