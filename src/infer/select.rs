//! Whether a type has a trait, and why: bounds that hold, `impl`s, and what the language gives.
//!
//! In: a solver, a type, a trait. Out: answers that say yes, no or perhaps, and the bound or `impl` behind them.
//! *Invariant:* a choice among several `impl`s that the types do not decide is not made.

use super::definitions::Callable;
use super::definitions::head;
use super::solve::{Answer, DEPTH, Solver};
use super::types::{Bound, Def, Projection, SELF, Substitution, Trait, Ty};
use crate::base::{Name, name, number};

/// A body may ask so many questions of traits; past that its types stay unknown.
const QUESTIONS: u32 = 200_000;

/// Why a type has a trait.
#[derive(Clone, Debug)]
pub(super) enum Selected {
    /// An `impl`, and what stands for its parameters.
    Impl(u32, Substitution),
    /// A bound that holds.
    Bound(Bound),
    /// The language, or a derive.
    Builtin,
}

impl Solver<'_, '_> {
    /// Whether a type has a trait with these arguments, and why.
    pub(super) fn select(
        &self,
        ty: &Ty,
        of_trait: Trait,
        args: &[Ty],
        depth: u8,
    ) -> (Answer, Option<Selected>) {
        let asked = self.questions.get() + 1;
        self.questions.set(asked);
        if depth > DEPTH || asked > QUESTIONS {
            return (Answer::Perhaps, None);
        }
        let ty = self.shallow(ty);
        if matches!(ty, Ty::Var(_) | Ty::Unknown) {
            return (Answer::Perhaps, None);
        }
        if let Some(bound) = self.bound_of(&ty, of_trait, args) {
            return (Answer::Yes, Some(Selected::Bound(bound)));
        }
        if self.is_builtin(&ty, of_trait, depth) {
            return (Answer::Yes, Some(Selected::Builtin));
        }
        let mut best: (Answer, Option<Selected>) = (Answer::No, None);
        let mut candidates = 0;
        let mut is_best_ordinary = false;
        for id in self.program.impls_of(of_trait, head(&ty)) {
            let (answer, with) = self.impl_matches(id, &ty, args, depth);
            if answer == Answer::No || answer < best.0 {
                continue;
            }
            let data = &self.program.impls[id as usize];
            // Of `impl`s under different conditions the one of an ordinary build counts.
            let is_ordinary = self.program.is_ordinary_place(data.home, data.facts.cfg);
            if answer > best.0 || is_ordinary && !is_best_ordinary {
                candidates = 0;
                is_best_ordinary = is_ordinary;
                best = (answer, Some(Selected::Impl(id, with)));
            }
            candidates += u32::from(is_ordinary == is_best_ordinary);
        }
        if candidates > 1 || self.may_have_others(&ty, of_trait, &best) {
            // Several may be meant: which one is not decided here.
            return (best.0, None);
        }
        best
    }

    /// Whether an `impl` of the workspace may be meant, and others that are not written down here as well: those that
    /// `std` has of its traits with arguments for its own types (`TryFrom<u64> for i32`).
    fn may_have_others(&self, ty: &Ty, of_trait: Trait, best: &(Answer, Option<Selected>)) -> bool {
        let (Answer::Perhaps, Some(Selected::Impl(id, _))) = best else {
            return false;
        };
        let data = &self.program.impls[*id as usize];
        let is_own = matches!(ty, Ty::Adt(def, _) if !def.in_library);
        let is_of_library = matches!(of_trait, Trait::Known(def) if def.in_library);
        let has_arguments = data.of_trait.as_ref().is_some_and(|it| !it.args.is_empty());
        !data.home.in_library && is_of_library && has_arguments && !is_own
    }

    /// Whether an `impl` of a trait is for this type with these arguments, and what its parameters stand for then.
    pub(super) fn impl_matches(
        &self,
        id: u32,
        ty: &Ty,
        args: &[Ty],
        depth: u8,
    ) -> (Answer, Substitution) {
        let data = &self.program.impls[id as usize];
        let mut with = Substitution::default();
        let mut answer = self.matches(&data.self_ty, ty, &mut with);
        if answer == Answer::No {
            return (answer, with);
        }
        if let Some(bound) = &data.of_trait {
            let of_args = self.match_all(&bound.args, args, &mut with);
            answer = answer.min(of_args);
        }
        for (of, written) in &data.generics.bounds {
            if answer == Answer::No {
                break;
            }
            let of = of.substitute(&with);
            let of = self.normalize(&of, depth + 1);
            let bound = written.substitute(&with);
            let (holds, selected) = self.bound_holds(&of, &bound, depth);
            answer = answer.min(holds);
            // What the bound says of associated types tells the parameters of the impl that stand in them.
            if let Some(selected) = selected {
                for (name, wanted) in written.bindings.iter() {
                    if let Some(found) = self.associated(&of, &bound, &selected, *name, depth + 1) {
                        answer = answer.min(match wanted {
                            // `Iterator<Item: Send>`
                            Ty::Opaque(bounds) => {
                                let bounds = bounds.iter().map(|it| it.substitute(&with));
                                let each =
                                    bounds.map(|it| self.bound_holds(&found, &it, depth + 1).0);
                                each.min().unwrap_or(Answer::Yes)
                            }
                            _ => self.matches(wanted, &found, &mut with),
                        });
                    }
                }
            }
        }
        (answer, with)
    }

    /// Whether a bound of an `impl` holds, and why.
    fn bound_holds(&self, of: &Ty, bound: &Bound, depth: u8) -> (Answer, Option<Selected>) {
        if self.is_marker(bound.of_trait) {
            return (Answer::Yes, None);
        }
        let normal: Vec<Ty>;
        let args: &[Ty] = if bound.args.iter().any(Ty::has_projection) {
            let args = bound.args.iter();
            normal = args.map(|arg| self.normalize(arg, depth + 1)).collect();
            &normal
        } else {
            &bound.args
        };
        let (holds, selected) = self.select(of, bound.of_trait, args, depth + 1);
        match holds {
            // What is outside of the workspace may have more traits than is written down here.
            Answer::No if !self.is_complete(of, bound.of_trait) => (Answer::Perhaps, selected),
            holds => (holds, selected),
        }
    }

    fn is_marker(&self, of_trait: Trait) -> bool {
        match of_trait {
            Trait::Known(def) => {
                def.in_library
                    && matches!(
                        self.program.name(def).as_str(),
                        "Send"
                            | "Sync"
                            | "Sized"
                            | "Unpin"
                            | "UnwindSafe"
                            | "RefUnwindSafe"
                            | "Copy"
                    )
            }
            Trait::Foreign(_) => false,
        }
    }

    /// Whether all `impl`s of this trait for this type are known.
    fn is_complete(&self, ty: &Ty, of_trait: Trait) -> bool {
        let Trait::Known(def) = of_trait else {
            return false;
        };
        if !def.in_library {
            return true;
        }
        // What crates beside `std` ask of a type is written down where they are.
        if !matches!(ty, Ty::Foreign(..) | Ty::Projection(_)) && !self.program.is_in_std(def) {
            return true;
        }
        let is_structural = matches!(
            self.program.name(def).as_str(),
            "Iterator" | "Future" | "Deref" | "Fn" | "FnMut" | "FnOnce" | "IntoIterator" | "Stream"
        );
        is_structural && !matches!(ty, Ty::Foreign(..))
    }

    fn is_builtin(&self, ty: &Ty, of_trait: Trait, depth: u8) -> bool {
        let Trait::Known(def) = of_trait else {
            return false;
        };
        if let Ty::Adt(adt, _) = ty
            && self.program.derives_trait(*adt, def)
        {
            return true;
        }
        if !def.in_library {
            return false;
        }
        let wanted = self.program.name(def);
        match ty {
            Ty::Closure(_) | Ty::Function(_) => matches!(
                wanted.as_str(),
                "Fn" | "FnMut" | "FnOnce" | "AsyncFn" | "AsyncFnMut" | "AsyncFnOnce" | "Clone"
            ),
            Ty::Future(_) => matches!(wanted.as_str(), "Future" | "IntoFuture"),
            Ty::Adt(adt, _) => {
                let derived = self.program.derives(*adt);
                derived.contains(&wanted)
                    || wanted == "Display" && derived.contains(&name("Error"))
                    || wanted == "Clone" && derived.contains(&name("Copy"))
            }
            Ty::Tuple(parts) if wanted == "Clone" || wanted == "Default" => {
                parts.iter().all(|part| {
                    let (answer, _) = self.select(part, of_trait, &[], depth + 1);
                    answer == Answer::Yes
                })
            }
            _ => false,
        }
    }

    /// The bound that gives a type a trait, supertraits included.
    pub(super) fn bound_of(&self, ty: &Ty, of_trait: Trait, args: &[Ty]) -> Option<Bound> {
        let mut found = None;
        self.each_bound(ty, &mut |bound| {
            let fits = bound.of_trait == of_trait
                && args
                    .iter()
                    .zip(bound.args.iter())
                    .all(|(a, b)| self.same(a, b) != Answer::No);
            if fits && found.is_none() {
                found = Some(bound.clone());
            }
        });
        found
    }

    /// Every bound that holds for a type that is known by its bounds, supertraits included.
    pub(super) fn each_bound(&self, ty: &Ty, visit: &mut dyn FnMut(&Bound)) {
        let mut open: Vec<Bound> = match ty {
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.to_vec(),
            Ty::Param(_) | Ty::Projection(_) => {
                let own = self.env.iter().filter(|(of, _)| of == ty);
                own.map(|(_, bound)| bound.clone()).collect()
            }
            _ => return,
        };
        if let Ty::Projection(projection) = ty {
            open.extend(self.declared_bounds(projection));
        }
        let mut seen: Vec<Trait> = Vec::new();
        while let Some(bound) = open.pop() {
            if seen.contains(&bound.of_trait) && bound.args.is_empty() || seen.len() > 64 {
                continue;
            }
            seen.push(bound.of_trait);
            if let Trait::Known(def) = bound.of_trait {
                let mut with = self.trait_substitution(def, &bound.args);
                with.insert(*SELF, ty.clone());
                for mut above in self.program.supertraits(def) {
                    above = above.substitute(&with);
                    // `Self::Item` of the trait below is bound there.
                    open.push(above);
                }
            }
            visit(&bound);
        }
    }

    /// What a trait asks of its associated type.
    fn declared_bounds(&self, projection: &Projection) -> Vec<Bound> {
        let of_trait = match &projection.of_trait {
            Some(bound) => Some(bound.clone()),
            None => self.trait_with(&projection.of, projection.name),
        };
        let Some((def, bound)) = of_trait.and_then(|bound| match bound.of_trait {
            Trait::Known(def) => Some((def, bound)),
            Trait::Foreign(_) => None,
        }) else {
            return Vec::new();
        };
        let Some((_, member)) = self.program.trait_member(def, projection.name) else {
            return Vec::new();
        };
        let crate::facts::code::MemberCode::Type(bounds, _) = &member.code else {
            return Vec::new();
        };
        let Some((home, _)) = self.program.item(def) else {
            return Vec::new();
        };
        let mut with = self.trait_substitution(def, &bound.args);
        with.insert(*SELF, projection.of.clone());
        let lower = self.program.lower(home, None);
        let bounds = bounds.iter().filter_map(|it| lower.bound(it));
        bounds.map(|it| it.substitute(&with)).collect()
    }

    /// The bound of a type whose trait has an associated type of this name.
    pub(super) fn trait_with(&self, ty: &Ty, member: Name) -> Option<Bound> {
        let mut found = None;
        self.each_bound(ty, &mut |bound| {
            if let Trait::Known(def) = bound.of_trait
                && found.is_none()
                && self.program.trait_member(def, member).is_some()
            {
                found = Some(bound.clone());
            }
        });
        found
    }

    pub(super) fn trait_substitution(&self, def: Def, args: &[Ty]) -> Substitution {
        self.program
            .generics_of(def)
            .map(|(_, generics)| super::program::substitution(generics, args))
            .unwrap_or_default()
    }

    /// The `impl` member that a trait's member means for a type, where an `impl` defines it.
    pub(super) fn implemented(&self, selected: &Selected, member: Name) -> Option<Callable> {
        let Selected::Impl(id, _) = selected else {
            return None;
        };
        let data = &self.program.impls[*id as usize];
        let at = data.facts.members.iter().position(|it| it.name == member)?;
        Some(Callable::Impl(*id, number(at)))
    }
}
