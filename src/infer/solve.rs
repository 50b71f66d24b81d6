//! What is found out of the types of one body: variables, unification, and whether a type fits a pattern.
//!
//! In: the program, and the bounds that hold in the body. Out: [`Solver`], and answers that say yes, no or perhaps.
//! *Invariant:* no type holds itself, and none grows without bound.

use std::cell::{Cell, RefCell};

use super::definitions::{Head, head};
use super::origin::Recorder;
use super::program::Program;
use super::types::{Bound, Substitution, Trait, Ty};
use crate::base::{Set, number};

/// Questions inside of questions are asked so far.
pub(super) const DEPTH: u8 = 8;

/// Yes, no, or not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    Perhaps,
    Yes,
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
    pub questions: Cell<u32>,
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

    pub(super) fn match_all(
        &self,
        patterns: &[Ty],
        types: &[Ty],
        with: &mut Substitution,
    ) -> Answer {
        let pairs = patterns.iter().zip(types);
        pairs.fold(Answer::Yes, |answer, (pattern, ty)| {
            answer.min(self.matches(pattern, ty, with))
        })
    }

    pub(super) fn same(&self, a: &Ty, b: &Ty) -> Answer {
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

    /// The head by which inherent methods of a type are found.
    pub(super) fn head(&self, ty: &Ty) -> Option<Head> {
        head(&self.shallow(ty))
    }
}
