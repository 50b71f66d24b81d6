//! One body: every method call, field and type-relative path in it → what it leads to.
//!
//! In: a body, and the solver with the bounds that hold in it. Out: what was found, and how much stays unknown.
//! *Invariant:* a receiver whose type is not known leads nowhere; it is counted.

use std::rc::Rc;

use super::definitions::{Callable, Home, Signature};
use super::found::{Found, Target};
use super::language::Language;
use super::lower::Lower;
use super::methods::Emitted;
use super::open::Open;
use super::select::Selected;
use super::solve::{Answer, Solver};
use super::types::{Args, Bound, Def, Projection, Substitution, Trait, Ty};
use crate::base::{Map, ReferenceKind, Set};
use crate::facts::FileFacts;
use crate::facts::code::{Body, BodyCode, ExprIx, LocalIx, Site, TypeIx};

/// What is retried is retried so often at the end of a body.
const ROUNDS: usize = 12;
/// A value is dereferenced so often to become what is wanted.
const DEREFERENCES: usize = 10;

/// A method whose `impl` may be told once the arguments of its trait are known.
pub(super) struct Late {
    home: Home,
    site: Site,
    kind: ReferenceKind,
    of: Ty,
    of_trait: Def,
    args: Args,
    member: u32,
    /// Whether the trait's own member is named where it stands.
    is_trait_named: bool,
}

/// What waits for a type.
pub(super) enum Pending {
    Method {
        receiver: Ty,
        call: ExprIx,
        arguments: Vec<Ty>,
        result: Ty,
    },
    Field {
        of: Ty,
        access: ExprIx,
        result: Ty,
    },
    /// `ty: Bound`: arguments and associated types follow.
    Bound {
        ty: Ty,
        bound: Bound,
    },
    /// A projection whose value is `result`.
    Projection {
        projection: Projection,
        result: Ty,
    },
    Try {
        of: Ty,
        result: Ty,
    },
    Await {
        of: Ty,
        result: Ty,
    },
    Call {
        function: Ty,
        arguments: Vec<Ty>,
        result: Ty,
    },
    Dereference {
        of: Ty,
        result: Ty,
    },
    Index {
        of: Ty,
        index: Ty,
        result: Ty,
    },
}

/// The inference of one body.
pub(super) struct Inference<'p, 'w> {
    pub solver: Solver<'p, 'w>,
    pub language: &'p Language,
    pub home: Home,
    pub facts: &'w FileFacts,
    /// What the bodies there say.
    pub(super) code: Rc<BodyCode>,
    pub(super) open: &'p Open,
    pub self_ty: Option<Ty>,
    /// The `impl` around.
    pub within: Option<u32>,
    /// The trait of the `impl` around.
    pub of_trait: Option<Bound>,
    pub(super) locals: Map<(u32, LocalIx), Ty>,
    /// The written types that were looked through.
    pub(super) named_types: Set<(u32, TypeIx)>,
    pub(super) results: Vec<Ty>,
    pub(super) breaks: Vec<Ty>,
    pub(super) pending: Vec<(Home, Pending)>,
    pub(super) solved_at: u32,
    pub found: Vec<Found>,
    pub(super) late: Vec<Late>,
    /// Method calls and field accesses whose receiver stays unknown.
    pub unknown: u32,
    /// All method calls and field accesses.
    pub sites: u32,
}

impl<'p, 'w> Inference<'p, 'w> {
    pub(super) fn new(
        solver: Solver<'p, 'w>,
        language: &'p Language,
        (home, open): (Home, &'p Open),
        self_ty: Option<Ty>,
    ) -> Self {
        let facts = solver.program.facts(home);
        let code = open.of(solver.program, home);
        Self {
            solver,
            language,
            home,
            facts,
            code,
            open,
            self_ty,
            within: None,
            of_trait: None,
            locals: Map::default(),
            named_types: Set::default(),
            results: Vec::new(),
            breaks: Vec::new(),
            pending: Vec::new(),
            solved_at: 0,
            found: Vec::new(),
            late: Vec::new(),
            unknown: 0,
            sites: 0,
        }
    }

    /// Walks a body whose parameters have these types.
    pub(super) fn body(&mut self, body: &Body, parameters: &[Ty], result: Option<Ty>) {
        for (at, pattern) in body.parameters.iter().enumerate() {
            let ty = parameters.get(at).cloned().unwrap_or(Ty::Unknown);
            let ty = self.normal(&ty);
            self.pattern(*pattern, &ty);
        }
        let result = result.map_or(Ty::Unknown, |ty| self.normal(&ty));
        let result = match result {
            Ty::Future(output) => (*output).clone(),
            other => other,
        };
        self.results.push(result.clone());
        let value = self.expr(body.value);
        self.coerce(&value, &result);
        self.finish();
    }

    pub(super) fn wait(&mut self, pending: Pending) {
        self.pending.push((self.home, pending));
    }

    /// Goes to code that is written elsewhere; gives where it was.
    pub(super) fn go(&mut self, home: Home) -> Home {
        let from = std::mem::replace(&mut self.home, home);
        if from != home {
            self.facts = self.solver.program.facts(home);
            self.code = self.open.of(self.solver.program, home);
        }
        from
    }

    /// Retries what waits, until nothing moves.
    pub(super) fn solve(&mut self) {
        for _ in 0..ROUNDS {
            if self.pending.is_empty() || self.solved_at == self.solver.version.get() {
                return;
            }
            self.solved_at = self.solver.version.get();
            let waiting = std::mem::take(&mut self.pending);
            let here = self.home;
            for (home, pending) in waiting {
                self.go(home);
                self.note_retry(&pending);
                if let Some(still) = self.retry(pending) {
                    self.pending.push((home, still));
                }
                self.note_retried();
            }
            self.go(here);
        }
    }

    pub(super) fn finish(&mut self) {
        self.solved_at = u32::MAX;
        self.solve();
        for (_, pending) in std::mem::take(&mut self.pending) {
            if matches!(pending, Pending::Method { .. } | Pending::Field { .. }) {
                self.unknown += 1;
            }
        }
        for late in std::mem::take(&mut self.late) {
            self.settle(&late);
        }
    }

    /// Records what a name leads to; later, where the `impl` is not known yet.
    pub(super) fn emit(&mut self, site: Site, kind: ReferenceKind, emitted: Emitted) {
        match emitted {
            Emitted::Callable(callable) => self.found.push(Found {
                home: self.home,
                site,
                kind,
                target: Target::Callable(callable),
            }),
            Emitted::Derived(def, member) => self.found.push(Found {
                home: self.home,
                site,
                kind,
                target: Target::Derived(def, member),
            }),
            Emitted::Late {
                of,
                of_trait,
                args,
                member,
            } => self.late.push(Late {
                home: self.home,
                site,
                kind,
                of,
                of_trait,
                args,
                member,
                is_trait_named: false,
            }),
        }
    }

    /// Records which `impl` has the member of a trait that a path names, once that is known.
    pub(super) fn emit_named(
        &mut self,
        site: Site,
        of: Ty,
        of_trait: Def,
        args: Args,
        member: u32,
    ) {
        self.late.push(Late {
            home: self.home,
            site,
            kind: ReferenceKind::Path,
            of,
            of_trait,
            args,
            member,
            is_trait_named: true,
        });
    }

    pub(super) fn settle(&mut self, late: &Late) {
        let of = self.solver.deep(&late.of);
        let args: Vec<Ty> = late.args.iter().map(|ty| self.solver.deep(ty)).collect();
        let of_trait = Trait::Known(late.of_trait);
        let (_, selected) = self.solver.select(&of, of_trait, &args, 0);
        let is_trait_named = late.is_trait_named;
        let wanted = match self.solver.program.item(late.of_trait) {
            Some((_, item)) => item.members[late.member as usize].name,
            None => return,
        };
        let implemented = selected
            .as_ref()
            .and_then(|it| self.solver.implemented(it, wanted));
        let target = match (implemented, &selected, &of) {
            (Some(callable), ..) => Target::Callable(callable),
            (None, Some(Selected::Builtin), Ty::Adt(adt, _))
                if !self.solver.program.has_default(late.of_trait, late.member) =>
            {
                Target::Derived(*adt, wanted)
            }
            // The path says it already.
            _ if is_trait_named => return,
            _ => Target::Callable(Callable::Trait(late.of_trait, late.member)),
        };
        self.found.push(Found {
            home: late.home,
            site: late.site,
            kind: late.kind,
            target,
        });
    }

    pub(super) fn retry(&mut self, pending: Pending) -> Option<Pending> {
        match &pending {
            Pending::Method {
                receiver,
                call,
                arguments,
                result,
            } => {
                if self.is_open(receiver) {
                    return Some(pending);
                }
                let (receiver, arguments, result) =
                    (receiver.clone(), arguments.clone(), result.clone());
                match self.method(&receiver, *call, &arguments) {
                    Some(ty) => {
                        self.coerce(&ty, &result);
                    }
                    None => return Some(pending),
                }
            }
            Pending::Field { of, access, result } => {
                if self.is_open(of) {
                    return Some(pending);
                }
                let ty = self.field(of, *access);
                self.solver.unify(&ty, result);
            }
            Pending::Bound { ty, bound } => {
                if !self.oblige(ty, bound) {
                    return Some(pending);
                }
            }
            Pending::Projection { projection, result } => {
                let of = self.solver.normalize(&self.solver.deep(&projection.of), 0);
                let projection = Projection {
                    of,
                    ..projection.clone()
                };
                match self.solver.project(&projection, 0) {
                    Some(ty) => {
                        let ty = self.normal(&ty);
                        self.solver.unify(&ty, result);
                    }
                    None => return Some(pending),
                }
            }
            Pending::Try { of, result } => match self.tried(of) {
                Some(ty) => {
                    self.solver.unify(&ty, result);
                }
                None => return Some(pending),
            },
            Pending::Await { of, result } => match self.awaited(of) {
                Some(ty) => {
                    self.solver.unify(&ty, result);
                }
                None => return Some(pending),
            },
            Pending::Call {
                function,
                arguments,
                result,
            } => {
                if self.is_open(function) {
                    return Some(pending);
                }
                let ty = self.called(function, arguments);
                self.solver.unify(&ty, result);
            }
            Pending::Dereference { of, result } => {
                if self.is_open(of) {
                    return Some(pending);
                }
                let ty = self.dereferenced(of);
                self.solver.unify(&ty, result);
            }
            Pending::Index { of, index, result } => {
                if self.is_open(of) {
                    return Some(pending);
                }
                let ty = self.indexed(of, index);
                self.solver.unify(&ty, result);
            }
        }
        None
    }

    /// Whether nothing is known yet of the head of a type.
    pub(super) fn is_open(&self, ty: &Ty) -> bool {
        let mut at = self.solver.shallow(ty);
        while let Ty::Reference(_, of) = &at {
            at = self.solver.shallow(of);
        }
        matches!(at, Ty::Var(_))
    }

    /// Solves what waits where the type is open, and says whether it still is.
    pub(super) fn stays_open(&mut self, ty: &Ty) -> bool {
        if self.is_open(ty) {
            self.solve();
        }
        self.is_open(ty)
    }

    /// The type with its projections replaced; one whose value is not known yet becomes a variable.
    pub(super) fn normal(&mut self, ty: &Ty) -> Ty {
        if !ty.has_projection() {
            return ty.clone();
        }
        let open = std::cell::RefCell::new(Vec::new());
        let normal = self.without_projections(ty, &open, 0);
        for (projection, result) in open.into_inner() {
            self.wait(Pending::Projection { projection, result });
        }
        normal
    }

    /// The type, its head and what stands behind references at its head without projections.
    pub(super) fn behind_projections(&mut self, ty: &Ty) -> Ty {
        let ty = self.solver.shallow(ty);
        let mut behind = ty.clone();
        while let Ty::Reference(_, of) = &behind {
            behind = self.solver.shallow(of);
        }
        if matches!(behind, Ty::Projection(_)) {
            self.normal(&self.solver.deep(&ty))
        } else {
            ty
        }
    }

    fn without_projections(
        &self,
        ty: &Ty,
        open: &std::cell::RefCell<Vec<(Projection, Ty)>>,
        depth: u8,
    ) -> Ty {
        let solver = &self.solver;
        ty.map(&|it| {
            let Ty::Projection(projection) = it else {
                return None;
            };
            let inner = Projection {
                of: self.without_projections(&projection.of, open, depth + 1),
                ..(**projection).clone()
            };
            match solver.project(&inner, 0) {
                // What it stands for may have some that wait as well.
                Some(value) if depth < 6 && waits(solver, &value) => {
                    Some(self.without_projections(&value, open, depth + 1))
                }
                Some(value) => Some(value),
                None => {
                    let result = solver.fresh();
                    open.borrow_mut().push((inner, result.clone()));
                    Some(result)
                }
            }
        })
    }

    /// A type written in the body.
    pub(super) fn written(&mut self, ty: TypeIx) -> Ty {
        self.names_in(ty);
        let solver = &self.solver;
        let fresh = || solver.fresh();
        let ty = self.lower().with_fresh(&fresh).ty(ty);
        self.normal(&ty)
    }

    pub(super) fn lowered(&self, make: impl FnOnce(Lower<'_, 'w>) -> Ty) -> Ty {
        let solver = &self.solver;
        let fresh = || solver.fresh();
        make(self.lower().with_fresh(&fresh))
    }

    pub(super) fn lower(&self) -> Lower<'_, 'w> {
        let lower = self.solver.program.lower(self.home, self.self_ty.as_ref());
        lower.within(self.within)
    }

    pub(super) fn language_type(&self, path: &'static str, args: Vec<Ty>) -> Ty {
        match self.language.get(path) {
            Some(def) => Ty::Adt(def, args.into()),
            None => Ty::Unknown,
        }
    }

    pub(super) fn is_language(&self, def: Def, path: &'static str) -> bool {
        self.language.get(path) == Some(def)
    }

    /// Makes a value fit where a type is wanted; what does not fit is left alone.
    pub(super) fn coerce(&mut self, from: &Ty, to: &Ty) {
        let (from, to) = (self.solver.shallow(from), self.solver.shallow(to));
        match (&from, &to) {
            (Ty::Never, _) | (_, Ty::Dyn(_) | Ty::Never) => {}
            (_, Ty::Opaque(bounds)) => {
                for bound in bounds.iter() {
                    let bound = bound.clone();
                    self.oblige_later(from.clone(), bound);
                }
            }
            (Ty::Reference(_, x), Ty::Reference(_, y)) => {
                let (x, y) = (self.solver.shallow(x), self.solver.shallow(y));
                if let Some(x) = self.coerced_to(x, &y) {
                    self.coerce(&x, &y);
                }
            }
            _ => {
                self.solver.unify(&from, &to);
            }
        }
    }

    /// What is behind a reference, dereferenced until it has the head that is wanted
    /// (<https://doc.rust-lang.org/reference/type-coercions.html#coercion-types>).
    fn coerced_to(&self, of: Ty, wanted: &Ty) -> Option<Ty> {
        let Some(head) = self.solver.head(wanted) else {
            return Some(of);
        };
        let deref = self.language.get("std::ops::Deref");
        let mut at = Some(of);
        for _ in 0..DEREFERENCES {
            let ty = at?;
            match (&ty, wanted, self.solver.head(&ty)) {
                (.., None) => return Some(ty),
                (.., Some(found)) if found == head => return Some(ty),
                (Ty::Array(element), Ty::Slice(_), _) => return Some(Ty::Slice(element.clone())),
                _ => at = self.solver.deref(&ty, deref),
            }
        }
        None
    }

    /// Fresh variables for the parameters that have nothing to stand for them; the types in a signature.
    pub(super) fn instantiate(
        &mut self,
        signature: &Signature,
        mut with: Substitution,
        own: &[Ty],
    ) -> (Option<Ty>, Vec<Ty>, Ty) {
        let parameters = &signature.generics.parameters;
        let first_own = parameters.len().saturating_sub(own.len());
        for (at, (parameter, _)) in parameters.iter().enumerate() {
            if at >= first_own && !own.is_empty() {
                with.insert(*parameter, own[at - first_own].clone());
            } else if !with.contains_key(parameter) {
                let fresh = self.solver.fresh();
                with.insert(*parameter, fresh);
            }
        }
        for (of, bound) in &signature.generics.bounds {
            let of = of.substitute(&with);
            let of = self.normal(&of);
            self.oblige_later(of, bound.substitute(&with));
        }
        let receiver = signature.receiver.as_ref().map(|ty| ty.substitute(&with));
        let parameters = signature.parameters.iter().map(|ty| {
            let ty = ty.substitute(&with);
            self.parameter(&ty)
        });
        let parameters: Vec<Ty> = parameters.collect();
        let result = signature.result.substitute(&with);
        let result = self.normal(&result);
        (receiver, parameters, result)
    }

    /// `impl Trait` where a parameter stands is any type with that trait.
    pub(super) fn parameter(&mut self, ty: &Ty) -> Ty {
        let ty = match ty {
            Ty::Opaque(bounds) => {
                let fresh = self.solver.fresh();
                for bound in bounds.iter() {
                    self.oblige_later(fresh.clone(), bound.clone());
                }
                fresh
            }
            Ty::Reference(borrow, of) => Ty::reference(*borrow, self.parameter(of)),
            other => other.clone(),
        };
        self.normal(&ty)
    }

    pub(super) fn oblige_later(&mut self, ty: Ty, bound: Bound) {
        let says_nothing = bound.args.is_empty() && bound.bindings.is_empty();
        if !says_nothing && !self.oblige(&ty, &bound) {
            self.wait(Pending::Bound { ty, bound });
        }
    }

    /// Draws from a bound what it says of arguments and associated types. False where it is too early.
    pub(super) fn oblige(&mut self, ty: &Ty, bound: &Bound) -> bool {
        let ty = self.solver.shallow(ty);
        if matches!(ty, Ty::Var(_)) {
            return false;
        }
        if self.solver.is_callable(bound.of_trait) {
            return self.oblige_callable(&ty, bound);
        }
        let (answer, selected) = self.solver.select(&ty, bound.of_trait, &bound.args, 0);
        let Some(selected) = selected else {
            return answer == Answer::No;
        };
        match &selected {
            Selected::Impl(id, with) => {
                let of_trait = self.solver.program.impls[*id as usize].of_trait.clone();
                if let Some(own) = of_trait {
                    let mut with = with.clone();
                    for (parameter, _) in
                        &self.solver.program.impls[*id as usize].generics.parameters
                    {
                        let fresh = || self.solver.fresh();
                        with.entry(*parameter).or_insert_with(fresh);
                    }
                    for (mine, wanted) in own.args.iter().zip(bound.args.iter()) {
                        let mine = mine.substitute(&with);
                        let mine = self.normal(&mine);
                        self.solver.unify(&mine, wanted);
                    }
                }
            }
            Selected::Bound(own) => {
                for (mine, wanted) in own.args.iter().zip(bound.args.iter()) {
                    self.solver.unify(mine, wanted);
                }
            }
            Selected::Builtin => {}
        }
        for (wanted, value) in bound.bindings.iter() {
            if let Some(found) = self.solver.associated(&ty, bound, &selected, *wanted, 0) {
                let found = self.normal(&found);
                match value {
                    Ty::Opaque(bounds) => {
                        for inner in bounds.iter() {
                            self.oblige_later(found.clone(), inner.clone());
                        }
                    }
                    value => {
                        let value = self.normal(value);
                        self.coerce(&found, &value);
                    }
                }
            }
        }
        true
    }

    /// `ty: Fn(A) -> B`.
    pub(super) fn oblige_callable(&mut self, ty: &Ty, bound: &Bound) -> bool {
        let output = bound.bindings.iter().find(|(name, _)| *name == "Output");
        let output = output.map(|(_, ty)| ty.clone());
        let parameters = bound.args.first().cloned().unwrap_or(Ty::Unknown);
        let parameters = self.normal(&parameters);
        let Ty::Tuple(parameters) = self.solver.shallow(&parameters) else {
            return true;
        };
        let (own, result) = match ty {
            Ty::Closure(id) => {
                let closure = self.solver.closures.borrow()[*id as usize].clone();
                (closure.parameters, closure.result)
            }
            Ty::Function(parts) => match parts.split_last() {
                Some((result, own)) => (own.to_vec(), result.clone()),
                None => return true,
            },
            Ty::Reference(_, of) => {
                let of = self.solver.shallow(of);
                return self.oblige_callable(&of, bound);
            }
            _ => {
                return true;
            }
        };
        for (own, wanted) in own.iter().zip(parameters.iter()) {
            let wanted = self.normal(wanted);
            self.coerce(&wanted, own);
        }
        if let Some(output) = output {
            match output {
                Ty::Opaque(bounds) => {
                    for inner in bounds.iter() {
                        self.oblige_later(result.clone(), inner.clone());
                    }
                }
                output => {
                    let output = self.normal(&output);
                    self.coerce(&result, &output);
                }
            }
        }
        true
    }
}

/// Whether a type has a projection of something that is still to be found out.
fn waits(solver: &Solver<'_, '_>, ty: &Ty) -> bool {
    ty.any(&mut |it| match it {
        Ty::Projection(projection) => projection
            .of
            .any(&mut |of| matches!(of, Ty::Var(_)) && matches!(solver.shallow(of), Ty::Var(_))),
        _ => false,
    })
}
