//! What is known of a type where it stands: unification, `impl`s, associated types, bounds.
//!
//! In: the program, and the bounds that hold in one body. Out: answers that say yes, no or perhaps.
//! *Invariant:* a choice among several `impl`s that the types do not decide is not made.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::origin::Recorder;
use super::program::{Callable, Head, Program, head};
use super::types::{Args, Bound, Def, Projection, Shared, Substitution, Trait, Ty};
use crate::base::{Name, Set, name, number};

/// Questions inside of questions are asked so far.
const DEPTH: u8 = 8;
/// A body may ask so many questions of traits; past that its types stay unknown.
const QUESTIONS: u32 = 200_000;

/// Yes, no, or not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    Perhaps,
    Yes,
}

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

/// The types of a closure.
#[derive(Clone, Debug)]
pub(super) struct Closure {
    pub parameters: Vec<Ty>,
    pub result: Ty,
}

/// The table of what is to be found out, and the bounds that hold.
pub(super) struct Solver<'p, 'w> {
    pub program: &'p Program<'w>,
    pub env: Vec<(Ty, Bound)>,
    variables: RefCell<Vec<Option<Ty>>>,
    pub closures: RefCell<Vec<Closure>>,
    /// Changes with each variable that is found out.
    pub version: Cell<u32>,
    questions: Cell<u32>,
    /// Notes, where the types are to be explained.
    pub recorder: Option<Recorder>,
}

impl<'p, 'w> Solver<'p, 'w> {
    pub(super) fn new(program: &'p Program<'w>, env: Vec<(Ty, Bound)>) -> Self {
        let mut solver = Self {
            program,
            env,
            variables: RefCell::default(),
            closures: RefCell::default(),
            version: Cell::new(0),
            questions: Cell::new(0),
            recorder: None,
        };
        solver.normalize_env(0);
        solver
    }

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

    pub(super) fn fresh(&self) -> Ty {
        let mut variables = self.variables.borrow_mut();
        variables.push(None);
        Ty::Var(number(variables.len() - 1))
    }

    /// The type without a variable at its head, as far as known.
    pub(super) fn shallow(&self, ty: &Ty) -> Ty {
        let mut at = ty.clone();
        while let Ty::Var(variable) = at {
            match &self.variables.borrow()[variable as usize] {
                Some(known) => at = known.clone(),
                None => return at,
            }
        }
        at
    }

    /// The type with every variable that is known replaced.
    pub(super) fn deep(&self, ty: &Ty) -> Ty {
        if !ty.any(&mut |it| matches!(it, Ty::Var(_))) {
            return ty.clone();
        }
        ty.map(&|it| match it {
            Ty::Var(_) => {
                let known = self.shallow(it);
                Some(if matches!(known, Ty::Var(_)) {
                    known
                } else {
                    self.deep(&known)
                })
            }
            _ => None,
        })
    }

    /// The type as it can be told outside of this body: what is not found out is unknown there.
    pub(super) fn settled(&self, ty: &Ty) -> Ty {
        if !ty.any(&mut |it| matches!(it, Ty::Var(_))) {
            return ty.clone();
        }
        let deep = self.deep(ty);
        deep.map(&|it| matches!(it, Ty::Var(_)).then_some(Ty::Unknown))
    }

    fn bind(&self, variable: u32, ty: &Ty) -> bool {
        if *ty == Ty::Unknown {
            return true;
        }
        let deep = self.deep(ty).bounded();
        if deep == Ty::Unknown {
            return true;
        }
        if self.occurs(variable, &deep) {
            return deep == Ty::Var(variable);
        }
        self.variables.borrow_mut()[variable as usize] = Some(deep);
        self.version.set(self.version.get() + 1);
        if let Some(recorder) = &self.recorder {
            recorder.bound(variable);
        }
        true
    }

    /// Whether a variable is a part of a type, or of what the closures in it take and give: no type holds itself.
    fn occurs(&self, variable: u32, within: &Ty) -> bool {
        let mut closures: Set<u32> = Set::default();
        let mut known: Set<u32> = Set::default();
        let mut open: Vec<Ty> = Vec::new();
        let mut at = Some(within.clone());
        while let Some(ty) = at {
            let is_part = ty.any(&mut |it| {
                match it {
                    Ty::Var(other) if *other == variable => return true,
                    Ty::Var(other) => {
                        if let Some(ty) = &self.variables.borrow()[*other as usize]
                            && known.insert(*other)
                        {
                            open.push(ty.clone());
                        }
                    }
                    Ty::Closure(id) if closures.insert(*id) => {
                        let closure = &self.closures.borrow()[*id as usize];
                        open.extend(closure.parameters.iter().cloned());
                        open.push(closure.result.clone());
                    }
                    _ => {}
                }
                false
            });
            if is_part {
                return true;
            }
            at = open.pop();
        }
        false
    }

    /// Makes two types the same, as far as they can be.
    pub(super) fn unify(&self, a: &Ty, b: &Ty) -> bool {
        let (a, b) = (self.shallow(a), self.shallow(b));
        match (&a, &b) {
            (Ty::Var(x), Ty::Var(y)) if x == y => true,
            (Ty::Var(x), _) => self.bind(*x, &b),
            (_, Ty::Var(y)) => self.bind(*y, &a),
            (Ty::Unknown | Ty::Never, _) | (_, Ty::Unknown | Ty::Never) => true,
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) => x == y && self.unify_all(xs, ys),
            (Ty::Foreign(x, xs), Ty::Foreign(y, ys)) => x == y && self.unify_all(xs, ys),
            (Ty::Reference(_, x), Ty::Reference(_, y))
            | (Ty::Pointer(x), Ty::Pointer(y))
            | (Ty::Slice(x) | Ty::Array(x), Ty::Slice(y) | Ty::Array(y))
            | (Ty::Future(x), Ty::Future(y)) => self.unify(x, y),
            (Ty::Tuple(xs), Ty::Tuple(ys)) | (Ty::Function(xs), Ty::Function(ys)) => {
                xs.len() == ys.len() && self.unify_all(xs, ys)
            }
            (Ty::Closure(x), Ty::Function(parts)) | (Ty::Function(parts), Ty::Closure(x)) => {
                let closure = self.closures.borrow()[*x as usize].clone();
                let own: Vec<Ty> = closure
                    .parameters
                    .into_iter()
                    .chain([closure.result])
                    .collect();
                own.len() == parts.len() && self.unify_all(&own, parts)
            }
            (Ty::Closure(x), Ty::Dyn(bounds)) | (Ty::Dyn(bounds), Ty::Closure(x)) => {
                self.unify_callable(*x, bounds)
            }
            _ => a == b,
        }
    }

    /// A closure where `dyn Fn(A) -> B` is wanted
    /// (<https://doc.rust-lang.org/reference/type-coercions.html#unsized-coercions>).
    fn unify_callable(&self, closure: u32, bounds: &[Bound]) -> bool {
        let Some(bound) = bounds.iter().find(|bound| self.is_callable(bound.of_trait)) else {
            return false;
        };
        let closure = self.closures.borrow()[closure as usize].clone();
        let takes = match bound.args.first() {
            Some(Ty::Tuple(parts)) => self.unify_all(&closure.parameters, parts),
            _ => true,
        };
        let output = bound.bindings.iter().find(|(name, _)| *name == "Output");
        takes && output.is_none_or(|(_, ty)| self.unify(&closure.result, ty))
    }

    /// Whether it is `Fn`, `FnMut` or `FnOnce`.
    pub(super) fn is_callable(&self, of_trait: Trait) -> bool {
        matches!(of_trait, Trait::Known(def) if def.in_library
            && matches!(self.program.name(def).as_str(), "Fn" | "FnMut" | "FnOnce"))
    }

    fn unify_all(&self, a: &[Ty], b: &[Ty]) -> bool {
        let mut same = a.len() == b.len();
        for (a, b) in a.iter().zip(b) {
            same &= self.unify(a, b);
        }
        same
    }

    /// Compares a type with a pattern in which parameters stand for anything.
    pub(super) fn matches(&self, pattern: &Ty, ty: &Ty, with: &mut Substitution) -> Answer {
        if let Ty::Param(name) = pattern {
            return match with.get(name).cloned() {
                None => {
                    with.insert(*name, ty.clone());
                    Answer::Yes
                }
                Some(known) => self.same(&known, ty),
            };
        }
        let ty = self.shallow(ty);
        match (pattern, &ty) {
            (_, Ty::Var(_) | Ty::Unknown) | (Ty::Unknown | Ty::Projection(_), _) => Answer::Perhaps,
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) if x == y => self.match_all(xs, ys, with),
            (Ty::Foreign(x, xs), Ty::Foreign(y, ys)) if x == y => self.match_all(xs, ys, with),
            (Ty::Reference(wanted, _), Ty::Reference(found, _)) if wanted.excludes(*found) => {
                Answer::No
            }
            (Ty::Reference(_, x), Ty::Reference(_, y))
            | (Ty::Pointer(x), Ty::Pointer(y))
            | (Ty::Slice(x), Ty::Slice(y))
            | (Ty::Array(x), Ty::Array(y)) => self.matches(x, y, with),
            (Ty::Tuple(xs), Ty::Tuple(ys)) | (Ty::Function(xs), Ty::Function(ys))
                if xs.len() == ys.len() =>
            {
                self.match_all(xs, ys, with)
            }
            (Ty::Dyn(x), Ty::Dyn(y)) => match (x.first(), y.first()) {
                (Some(x), Some(y)) if x.of_trait == y.of_trait => {
                    self.match_all(&x.args, &y.args, with)
                }
                _ => Answer::No,
            },
            (Ty::Primitive(x), Ty::Primitive(y)) if x == y => Answer::Yes,
            (Ty::Never, Ty::Never) => Answer::Yes,
            _ => Answer::No,
        }
    }

    fn match_all(&self, patterns: &[Ty], types: &[Ty], with: &mut Substitution) -> Answer {
        let pairs = patterns.iter().zip(types);
        pairs.fold(Answer::Yes, |answer, (pattern, ty)| {
            answer.min(self.matches(pattern, ty, with))
        })
    }

    fn same(&self, a: &Ty, b: &Ty) -> Answer {
        let (a, b) = (self.deep(a), self.deep(b));
        if a == b {
            return Answer::Yes;
        }
        let mut is_open = |it: &Ty| matches!(it, Ty::Var(_) | Ty::Unknown | Ty::Projection(_));
        if a.any(&mut is_open) || b.any(&mut is_open) {
            Answer::Perhaps
        } else {
            Answer::No
        }
    }

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
                with.insert(name("Self"), ty.clone());
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
        with.insert(name("Self"), projection.of.clone());
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
                let target = self.associated(ty, &bound, &selected, name("Target"), 0)?;
                Some(self.shallow(&target))
            }
            _ => None,
        }
    }

    /// The head by which inherent methods of a type are found.
    pub(super) fn head(&self, ty: &Ty) -> Option<Head> {
        head(&self.shallow(ty))
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
