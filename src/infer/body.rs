//! One body: every method call, field and type-relative path in it → what it leads to.
//!
//! In: a body, and the solver with the bounds that hold in it. Out: what was found, and how much stays unknown.
//! *Invariant:* a receiver whose type is not known leads nowhere; it is counted.

use std::sync::Arc;

use super::methods::{Candidate, Emitted, Lookup};
use super::program::{Callable, Home, Meaning, Signature};
use super::solve::{Answer, Closure, Selected, Solver};
use super::types::{Args, Bound, Def, Projection, Substitution, Trait, Ty};
use crate::base::{Map, Name, ReferenceKind, name, number};
use crate::facts::code::{
    Arguments, Binary, BlockKind, Body, Expr, ExprIx, Literal, LocalIx, PatternIx, Site, Statement,
    TypeIx, ValuePath,
};
use crate::facts::{FileFacts, ItemKind};
use crate::resolve::{MACROS, TYPES, VALUES};

/// What is retried is retried so often at the end of a body.
const ROUNDS: usize = 12;

/// What a name in a body leads to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub site: Site,
    pub kind: ReferenceKind,
    pub target: Target,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Callable(Callable),
    /// A field of a struct, union or variant.
    Field(Def, Name),
    /// A variant.
    Item(Def),
    /// A method of a trait that a type derives.
    Derived(Def, Name),
}

/// A method whose `impl` may be told once the arguments of its trait are known.
struct Late {
    site: Site,
    kind: ReferenceKind,
    of: Ty,
    of_trait: Def,
    args: Args,
    member: u32,
}

/// The definitions of the language that inference has to know.
#[derive(Clone, Debug, Default)]
pub(super) struct Language {
    known: Map<&'static str, Def>,
}

impl Language {
    const PATHS: [&'static str; 24] = [
        "std::ops::Deref",
        "std::ops::Index",
        "std::iter::Iterator",
        "std::iter::IntoIterator",
        "std::future::IntoFuture",
        "std::future::Future",
        "std::option::Option",
        "std::result::Result",
        "std::string::String",
        "std::vec::Vec",
        "std::boxed::Box",
        "std::pin::Pin",
        "std::ffi::CStr",
        "std::ops::Range",
        "std::ops::RangeInclusive",
        "std::ops::RangeFrom",
        "std::ops::RangeTo",
        "std::ops::RangeToInclusive",
        "std::ops::RangeFull",
        "std::ops::Fn",
        "std::ops::FnMut",
        "std::ops::FnOnce",
        "std::collections::VecDeque",
        "std::ops::Neg",
    ];

    pub(super) fn new(program: &super::program::Program<'_>) -> Self {
        let paths = Self::PATHS.into_iter();
        Self {
            known: paths
                .filter_map(|path| Some((path, program.library(path)?)))
                .collect(),
        }
    }

    pub(super) fn get(&self, path: &'static str) -> Option<Def> {
        self.known.get(path).copied()
    }
}

/// What waits for a type.
enum Pending {
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
    pub self_ty: Option<Ty>,
    locals: Map<LocalIx, Ty>,
    results: Vec<Ty>,
    breaks: Vec<Ty>,
    pending: Vec<Pending>,
    solved_at: u32,
    pub found: Vec<Found>,
    late: Vec<Late>,
    /// Method calls and field accesses whose receiver stays unknown.
    pub unknown: u32,
    /// All method calls and field accesses.
    pub sites: u32,
}

impl<'p, 'w> Inference<'p, 'w> {
    pub(super) fn new(
        solver: Solver<'p, 'w>,
        language: &'p Language,
        home: Home,
        self_ty: Option<Ty>,
    ) -> Self {
        let facts = solver.program.facts(home);
        Self {
            solver,
            language,
            home,
            facts,
            self_ty,
            locals: Map::default(),
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

    // ---- what waits ----------------------------------------------------------------------------------------

    fn wait(&mut self, pending: Pending) {
        self.pending.push(pending);
    }

    /// Retries what waits, until nothing moves.
    fn solve(&mut self) {
        for _ in 0..ROUNDS {
            if self.pending.is_empty() || self.solved_at == self.solver.version.get() {
                return;
            }
            self.solved_at = self.solver.version.get();
            let waiting = std::mem::take(&mut self.pending);
            for pending in waiting {
                if let Some(still) = self.retry(pending) {
                    self.pending.push(still);
                }
            }
        }
    }

    fn finish(&mut self) {
        self.solved_at = u32::MAX;
        self.solve();
        for pending in std::mem::take(&mut self.pending) {
            if matches!(pending, Pending::Method { .. } | Pending::Field { .. }) {
                self.unknown += 1;
            }
        }
        for late in std::mem::take(&mut self.late) {
            self.settle(&late);
        }
    }

    /// Records what a name leads to; later, where the `impl` is not known yet.
    fn emit(&mut self, site: Site, kind: ReferenceKind, emitted: Emitted) {
        match emitted {
            Emitted::Callable(callable) => self.found.push(Found {
                site,
                kind,
                target: Target::Callable(callable),
            }),
            Emitted::Derived(def, member) => self.found.push(Found {
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
                site,
                kind,
                of,
                of_trait,
                args,
                member,
            }),
        }
    }

    fn settle(&mut self, late: &Late) {
        let of = self.solver.deep(&late.of);
        let args: Vec<Ty> = late.args.iter().map(|ty| self.solver.deep(ty)).collect();
        let of_trait = Trait::Known(late.of_trait);
        let (_, selected) = self.solver.select(&of, of_trait, &args, 0);
        let wanted = match self.solver.program.item(late.of_trait) {
            Some((_, item)) => item.members[late.member as usize].name,
            None => return,
        };
        let implemented = selected.and_then(|it| self.solver.implemented(&it, wanted));
        let callable = implemented.unwrap_or(Callable::Trait(late.of_trait, late.member));
        self.found.push(Found {
            site: late.site,
            kind: late.kind,
            target: Target::Callable(callable),
        });
    }

    fn retry(&mut self, pending: Pending) -> Option<Pending> {
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
    fn is_open(&self, ty: &Ty) -> bool {
        let mut at = self.solver.shallow(ty);
        while let Ty::Reference(of) = &at {
            at = self.solver.shallow(of);
        }
        matches!(at, Ty::Var(_))
    }

    /// Solves what waits where the type is open, and says whether it still is.
    fn stays_open(&mut self, ty: &Ty) -> bool {
        if self.is_open(ty) {
            self.solve();
        }
        self.is_open(ty)
    }

    // ---- types ---------------------------------------------------------------------------------------------

    /// The type with its projections replaced; one whose value is not known yet becomes a variable.
    fn normal(&mut self, ty: &Ty) -> Ty {
        if !ty.any(&mut |it| matches!(it, Ty::Projection(_))) {
            return ty.clone();
        }
        let solver = &self.solver;
        let open = std::cell::RefCell::new(Vec::new());
        let normal = ty.map(&|it| match it {
            Ty::Projection(projection) => {
                let inner = Projection {
                    of: solver.normalize(&projection.of, 0),
                    ..(**projection).clone()
                };
                Some(match solver.project(&inner, 0) {
                    Some(value) => value,
                    None => {
                        let result = solver.fresh();
                        open.borrow_mut().push((inner, result.clone()));
                        result
                    }
                })
            }
            _ => None,
        });
        for (projection, result) in open.into_inner() {
            self.wait(Pending::Projection { projection, result });
        }
        normal
    }

    /// A type written in the body.
    fn written(&mut self, ty: TypeIx) -> Ty {
        let solver = &self.solver;
        let fresh = || solver.fresh();
        let lower = solver.program.lower(self.home, self.self_ty.as_ref());
        let lower = lower.with_fresh(&fresh);
        let ty = lower.ty(ty);
        self.normal(&ty)
    }

    fn lowered(&self, make: impl FnOnce(super::program::Lower<'_, 'w>) -> Ty) -> Ty {
        let solver = &self.solver;
        let fresh = || solver.fresh();
        let lower = solver.program.lower(self.home, self.self_ty.as_ref());
        make(lower.with_fresh(&fresh))
    }

    fn language_type(&self, path: &'static str, args: Vec<Ty>) -> Ty {
        match self.language.get(path) {
            Some(def) => Ty::Adt(def, args.into()),
            None => Ty::Unknown,
        }
    }

    fn is_language(&self, def: Def, path: &'static str) -> bool {
        self.language.get(path) == Some(def)
    }

    /// Makes a value fit where a type is wanted; what does not fit is left alone.
    fn coerce(&mut self, from: &Ty, to: &Ty) {
        let (from, to) = (self.solver.shallow(from), self.solver.shallow(to));
        match (&from, &to) {
            (Ty::Never, _) | (_, Ty::Dyn(_) | Ty::Never) => {}
            (_, Ty::Opaque(bounds)) => {
                for bound in bounds.iter() {
                    let bound = bound.clone();
                    self.oblige_later(from.clone(), bound);
                }
            }
            (Ty::Reference(x), Ty::Reference(y)) => {
                let (x, y) = (self.solver.shallow(x), self.solver.shallow(y));
                let is_other = match (self.solver.head(&x), self.solver.head(&y)) {
                    (Some(x), Some(y)) => x != y,
                    _ => false,
                };
                if !is_other {
                    self.coerce(&x, &y);
                }
            }
            _ => {
                self.solver.unify(&from, &to);
            }
        }
    }

    /// Fresh variables for the parameters that have nothing to stand for them; the types in a signature.
    fn instantiate(
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
    fn parameter(&mut self, ty: &Ty) -> Ty {
        let ty = match ty {
            Ty::Opaque(bounds) => {
                let fresh = self.solver.fresh();
                for bound in bounds.iter() {
                    self.oblige_later(fresh.clone(), bound.clone());
                }
                fresh
            }
            Ty::Reference(of) => Ty::reference(self.parameter(of)),
            other => other.clone(),
        };
        self.normal(&ty)
    }

    fn oblige_later(&mut self, ty: Ty, bound: Bound) {
        let says_nothing = bound.args.is_empty() && bound.bindings.is_empty();
        if !says_nothing && !self.oblige(&ty, &bound) {
            self.wait(Pending::Bound { ty, bound });
        }
    }

    /// Draws from a bound what it says of arguments and associated types. False where it is too early.
    fn oblige(&mut self, ty: &Ty, bound: &Bound) -> bool {
        let ty = self.solver.shallow(ty);
        if matches!(ty, Ty::Var(_)) {
            return false;
        }
        if self.is_callable_trait(bound.of_trait) {
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

    fn is_callable_trait(&self, of_trait: Trait) -> bool {
        match of_trait {
            Trait::Known(def) => [
                self.language.get("std::ops::Fn"),
                self.language.get("std::ops::FnMut"),
                self.language.get("std::ops::FnOnce"),
            ]
            .contains(&Some(def)),
            Trait::Foreign(_) => false,
        }
    }

    /// `ty: Fn(A) -> B`.
    fn oblige_callable(&mut self, ty: &Ty, bound: &Bound) -> bool {
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
            Ty::Reference(of) => {
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

    // ---- expressions ---------------------------------------------------------------------------------------

    /// The type of an expression.
    pub(super) fn expr(&mut self, expression: ExprIx) -> Ty {
        let facts = self.facts;
        let Some(expression_data) = facts.code.expressions.get(expression as usize) else {
            return Ty::Unknown;
        };
        match expression_data {
            Expr::Unknown(parts) => {
                for part in parts {
                    self.expr(*part);
                }
                Ty::Unknown
            }
            Expr::Local(local) => self.locals.get(local).cloned().unwrap_or(Ty::Unknown),
            Expr::Path(path) => self.value_path(path),
            Expr::Literal(literal) => self.literal(*literal),
            Expr::Call {
                function,
                arguments,
            } => self.call(*function, arguments),
            Expr::MethodCall { .. } => self.method_call(expression),
            Expr::Field { of, .. } => {
                self.sites += 1;
                let of = self.expr(*of);
                if self.stays_open(&of) {
                    let result = self.solver.fresh();
                    self.wait(Pending::Field {
                        of,
                        access: expression,
                        result: result.clone(),
                    });
                    return result;
                }
                self.field(&of, expression)
            }
            Expr::Struct { path, fields, rest } => {
                self.struct_literal(path.as_ref(), fields, *rest)
            }
            Expr::Block {
                kind,
                statements,
                value,
            } => self.block(*kind, statements, *value),
            Expr::If {
                condition,
                then,
                otherwise,
            } => {
                self.expr(*condition);
                let then = self.expr(*then);
                match otherwise {
                    Some(otherwise) => {
                        let otherwise = self.expr(*otherwise);
                        self.join(&then, &otherwise)
                    }
                    None => Ty::unit(),
                }
            }
            Expr::Let { pattern, value } => {
                let value = self.expr(*value);
                self.pattern(*pattern, &value);
                Ty::Primitive(name("bool"))
            }
            Expr::Match { value, arms } => {
                let value = self.expr(*value);
                let mut result = Ty::Never;
                for arm in arms {
                    self.pattern(arm.pattern, &value);
                    if let Some(guard) = arm.guard {
                        self.expr(guard);
                    }
                    let ty = self.expr(arm.value);
                    result = self.join(&result, &ty);
                }
                result
            }
            Expr::Loop(body) => {
                let result = self.solver.fresh();
                self.breaks.push(result.clone());
                self.expr(*body);
                self.breaks.pop();
                result
            }
            Expr::While { condition, body } => {
                self.expr(*condition);
                self.breaks.push(Ty::Unknown);
                self.expr(*body);
                self.breaks.pop();
                Ty::unit()
            }
            Expr::For {
                pattern,
                iterated,
                body,
            } => {
                let iterated = self.expr(*iterated);
                let item = self.projected(iterated, "std::iter::IntoIterator", "Item");
                self.pattern(*pattern, &item);
                self.breaks.push(Ty::Unknown);
                self.expr(*body);
                self.breaks.pop();
                Ty::unit()
            }
            Expr::Closure { .. } => {
                let closure = self.closure(expression);
                self.closure_body(&closure, expression);
                closure
            }
            Expr::Reference(of) => Ty::reference(self.expr(*of)),
            Expr::Dereference(of) => {
                let of = self.expr(*of);
                if self.stays_open(&of) {
                    if let Ty::Reference(inner) = self.solver.shallow(&of) {
                        return (*inner).clone();
                    }
                    let result = self.solver.fresh();
                    self.wait(Pending::Dereference {
                        of,
                        result: result.clone(),
                    });
                    return result;
                }
                self.dereferenced(&of)
            }
            Expr::Unary(of) => self.expr(*of),
            Expr::Binary {
                operator,
                left,
                right,
            } => self.binary(*operator, *left, *right),
            Expr::Assign { left, right } => {
                let left = self.expr(*left);
                let right = self.expr(*right);
                self.coerce(&right, &left);
                Ty::unit()
            }
            Expr::Cast { value, ty } => {
                self.expr(*value);
                self.written(*ty)
            }
            Expr::Tuple(parts) => Ty::Tuple(parts.iter().map(|it| self.expr(*it)).collect()),
            Expr::Array(parts) => {
                let element = self.solver.fresh();
                for part in parts {
                    let ty = self.expr(*part);
                    self.coerce(&ty, &element);
                }
                Ty::Array(Arc::new(element))
            }
            Expr::Index { of, index } => {
                let of = self.expr(*of);
                let index = self.expr(*index);
                if self.stays_open(&of) {
                    let result = self.solver.fresh();
                    self.wait(Pending::Index {
                        of,
                        index,
                        result: result.clone(),
                    });
                    return result;
                }
                self.indexed(&of, &index)
            }
            Expr::Range {
                from,
                to,
                is_inclusive,
            } => self.range(*from, *to, *is_inclusive),
            Expr::Try(of) => {
                let of = self.expr(*of);
                self.stays_open(&of);
                match self.tried(&of) {
                    Some(ty) => ty,
                    None => {
                        let result = self.solver.fresh();
                        self.wait(Pending::Try {
                            of,
                            result: result.clone(),
                        });
                        result
                    }
                }
            }
            Expr::Await(of) => {
                let of = self.expr(*of);
                self.stays_open(&of);
                match self.awaited(&of) {
                    Some(ty) => ty,
                    None => {
                        let result = self.solver.fresh();
                        self.wait(Pending::Await {
                            of,
                            result: result.clone(),
                        });
                        result
                    }
                }
            }
            Expr::Return(value) => {
                if let Some(value) = value {
                    let ty = self.expr(*value);
                    if let Some(result) = self.results.last().cloned() {
                        self.coerce(&ty, &result);
                    }
                }
                Ty::Never
            }
            Expr::Break(value) => {
                if let Some(value) = value {
                    let ty = self.expr(*value);
                    if let Some(result) = self.breaks.last().cloned() {
                        self.coerce(&ty, &result);
                    }
                }
                Ty::Never
            }
            Expr::Continue => Ty::Never,
            Expr::Macro {
                path, arguments, ..
            } => self.macro_call(*path, arguments),
        }
    }

    /// The type of two branches.
    fn join(&mut self, a: &Ty, b: &Ty) -> Ty {
        let (a, b) = (self.solver.shallow(a), self.solver.shallow(b));
        if matches!(a, Ty::Never | Ty::Unknown) {
            return b;
        }
        self.coerce(&b, &a);
        a
    }

    fn literal(&mut self, literal: Literal) -> Ty {
        match literal {
            // Which one it is follows from its use, or does not matter.
            Literal::Integer | Literal::Float => self.solver.fresh(),
            Literal::Primitive(name) => Ty::Primitive(name),
            Literal::Str => Ty::reference(Ty::Primitive(name("str"))),
            Literal::Bytes => {
                let bytes = Ty::Array(Arc::new(Ty::Primitive(name("u8"))));
                Ty::reference(bytes)
            }
            Literal::CStr => Ty::reference(self.language_type("std::ffi::CStr", Vec::new())),
        }
    }

    fn block(&mut self, kind: BlockKind, statements: &[Statement], value: Option<ExprIx>) -> Ty {
        if kind == BlockKind::Async {
            let result = self.solver.fresh();
            self.results.push(result.clone());
        }
        let mut diverges = false;
        for statement in statements {
            match statement {
                Statement::Let {
                    pattern,
                    ty,
                    value,
                    otherwise,
                } => {
                    let declared = ty.map(|ty| self.written(ty));
                    let value = value.map(|value| self.expr(value));
                    if let Some(otherwise) = otherwise {
                        self.expr(*otherwise);
                    }
                    let ty = match (declared, value) {
                        (Some(declared), Some(value)) => {
                            self.coerce(&value, &declared);
                            declared
                        }
                        (Some(ty), None) | (None, Some(ty)) => ty,
                        (None, None) => self.solver.fresh(),
                    };
                    self.pattern(*pattern, &ty);
                }
                Statement::Value(value) => {
                    diverges |= self.expr(*value) == Ty::Never;
                }
            }
        }
        let ty = match value {
            Some(value) => self.expr(value),
            None if diverges => Ty::Never,
            None => Ty::unit(),
        };
        if kind == BlockKind::Async {
            let result = self.results.pop().unwrap_or(Ty::Unknown);
            self.coerce(&ty, &result);
            return Ty::Future(Arc::new(result));
        }
        ty
    }

    /// A closure's type; its body is walked later.
    fn closure(&mut self, expression: ExprIx) -> Ty {
        let Some(Expr::Closure {
            parameters,
            result,
            is_async,
            ..
        }) = self.facts.code.expressions.get(expression as usize)
        else {
            return Ty::Unknown;
        };
        let parameters: Vec<Ty> = parameters
            .iter()
            .map(|(_, ty)| match ty {
                Some(ty) => self.written(*ty),
                None => self.solver.fresh(),
            })
            .collect();
        let result = match result {
            Some(ty) => self.written(*ty),
            None => self.solver.fresh(),
        };
        let result = if *is_async {
            Ty::Future(Arc::new(result))
        } else {
            result
        };
        let mut closures = self.solver.closures.borrow_mut();
        closures.push(Closure { parameters, result });
        Ty::Closure(number(closures.len() - 1))
    }

    fn closure_body(&mut self, closure: &Ty, expression: ExprIx) {
        let Ty::Closure(id) = closure else { return };
        let Some(Expr::Closure {
            parameters, body, ..
        }) = self.facts.code.expressions.get(expression as usize)
        else {
            return;
        };
        let types = self.solver.closures.borrow()[*id as usize].clone();
        for ((pattern, _), ty) in parameters.iter().zip(&types.parameters) {
            self.pattern(*pattern, ty);
        }
        let result = match &types.result {
            Ty::Future(output) => (**output).clone(),
            other => other.clone(),
        };
        self.results.push(result.clone());
        let value = self.expr(*body);
        self.results.pop();
        self.coerce(&value, &result);
    }

    /// The arguments of a call, closures last: what the others and the bounds say is known to them.
    fn arguments(&mut self, arguments: &[ExprIx], parameters: &[Ty]) -> Vec<Ty> {
        let is_closure = |this: &Self, at: ExprIx| {
            let expression = this.facts.code.expressions.get(at as usize);
            matches!(expression, Some(Expr::Closure { .. }))
        };
        let mut types = Vec::with_capacity(arguments.len());
        let mut closures = Vec::new();
        for (at, argument) in arguments.iter().enumerate() {
            let ty = if is_closure(self, *argument) {
                let closure = self.closure(*argument);
                closures.push((closure.clone(), *argument));
                closure
            } else {
                self.expr(*argument)
            };
            if let Some(parameter) = parameters.get(at) {
                self.coerce(&ty, parameter);
            }
            types.push(ty);
        }
        if !closures.is_empty() {
            self.solve();
        }
        for (closure, expression) in closures {
            self.closure_body(&closure, expression);
        }
        types
    }

    fn call(&mut self, function: ExprIx, arguments: &[ExprIx]) -> Ty {
        let function = self.expr(function);
        self.stays_open(&function);
        let function = self.solver.shallow(&function);
        if let Ty::Function(parts) = &function
            && let Some((result, parameters)) = parts.split_last()
        {
            self.arguments(arguments, parameters);
            return self.solver.shallow(result);
        }
        let types = self.arguments(arguments, &[]);
        if self.is_open(&function) {
            let result = self.solver.fresh();
            self.wait(Pending::Call {
                function,
                arguments: types,
                result: result.clone(),
            });
            return result;
        }
        self.called(&function, &types)
    }

    /// What calling a value gives.
    fn called(&mut self, function: &Ty, arguments: &[Ty]) -> Ty {
        let mut at = self.solver.shallow(function);
        for _ in 0..8 {
            match &at {
                Ty::Function(parts) => {
                    let Some((result, parameters)) = parts.split_last() else {
                        return Ty::Unknown;
                    };
                    for (argument, parameter) in arguments.iter().zip(parameters) {
                        self.coerce(argument, parameter);
                    }
                    return result.clone();
                }
                Ty::Closure(id) => {
                    let closure = self.solver.closures.borrow()[*id as usize].clone();
                    for (argument, parameter) in arguments.iter().zip(&closure.parameters) {
                        self.coerce(argument, parameter);
                    }
                    return closure.result;
                }
                _ => {}
            }
            let mut output = None;
            self.solver.each_bound(&at, &mut |bound| {
                if output.is_none() && self.is_callable_trait(bound.of_trait) {
                    let bound_to = bound.bindings.iter().find(|(name, _)| *name == "Output");
                    output = Some(bound_to.map_or_else(Ty::unit, |(_, ty)| ty.clone()));
                }
            });
            if let Some(output) = output {
                return self.normal(&output);
            }
            match self.solver.deref(&at, self.language.get("std::ops::Deref")) {
                Some(next) => at = next,
                None => return Ty::Unknown,
            }
        }
        Ty::Unknown
    }

    fn method_call(&mut self, expression: ExprIx) -> Ty {
        self.sites += 1;
        let Some(Expr::MethodCall {
            receiver,
            arguments,
            ..
        }) = self.facts.code.expressions.get(expression as usize)
        else {
            return Ty::Unknown;
        };
        let receiver = self.expr(*receiver);
        let is_open = self.stays_open(&receiver);
        if !is_open {
            match self.method_with(&receiver, expression, None) {
                Some(ty) => return ty,
                None if !self.is_unsure(&receiver) => {
                    self.unknown += 1;
                    self.arguments(arguments, &[]);
                    return Ty::Unknown;
                }
                None => {}
            }
        }
        let types = self.arguments(arguments, &[]);
        let result = self.solver.fresh();
        self.wait(Pending::Method {
            receiver,
            call: expression,
            arguments: types,
            result: result.clone(),
        });
        result
    }

    /// Whether more may become known of a type.
    fn is_unsure(&self, ty: &Ty) -> bool {
        self.solver.deep(ty).any(&mut |it| matches!(it, Ty::Var(_)))
    }

    fn method(&mut self, receiver: &Ty, call: ExprIx, arguments: &[Ty]) -> Option<Ty> {
        self.method_with(receiver, call, Some(arguments))
    }

    /// Looks a method up and gives its result; `None` where there is none that is certain.
    fn method_with(
        &mut self,
        receiver: &Ty,
        call: ExprIx,
        known_arguments: Option<&[Ty]>,
    ) -> Option<Ty> {
        let Some(Expr::MethodCall {
            name: wanted,
            generics,
            arguments,
            site,
            ..
        }) = self.facts.code.expressions.get(call as usize)
        else {
            return None;
        };
        let lookup = Lookup {
            solver: &self.solver,
            language: self.language,
            home: self.home,
            scope: site.scope,
        };
        let Candidate {
            callable,
            emitted,
            with,
            own_self,
        } = lookup.method(receiver, *wanted)?;
        let signature = self.solver.program.signature(callable)?;
        if let Some(emitted) = emitted {
            self.emit(*site, ReferenceKind::Method, emitted);
        }
        let own: Vec<Ty> = generics.types.iter().map(|ty| self.written(*ty)).collect();
        let (declared, parameters, result) = self.instantiate(&signature, with, &own);
        if let Some(declared) = declared {
            let declared = self.normal(&declared);
            self.solver.unify(&declared, &own_self);
        }
        match known_arguments {
            Some(types) => {
                for (argument, parameter) in types.iter().zip(&parameters) {
                    self.coerce(argument, parameter);
                }
            }
            None => {
                self.arguments(arguments, &parameters);
            }
        }
        Some(self.solver.shallow(&result))
    }

    /// The type of a field.
    fn field(&mut self, of: &Ty, access: ExprIx) -> Ty {
        let Some(Expr::Field {
            name: wanted, site, ..
        }) = self.facts.code.expressions.get(access as usize)
        else {
            return Ty::Unknown;
        };
        let mut at = self.solver.shallow(of);
        for _ in 0..10 {
            match &at {
                Ty::Adt(def, args) => {
                    let fields = self.solver.program.fields(*def);
                    if let Some((_, ty, _)) = fields.iter().find(|(name, ..)| name == wanted) {
                        self.found.push(Found {
                            site: *site,
                            kind: ReferenceKind::Field,
                            target: Target::Field(*def, *wanted),
                        });
                        let with = self.solver.trait_substitution(*def, args);
                        let ty = ty.substitute(&with);
                        return self.normal(&ty);
                    }
                }
                Ty::Tuple(parts) => {
                    let index: Option<usize> = wanted.parse().ok();
                    if let Some(part) = index.and_then(|index| parts.get(index)) {
                        return part.clone();
                    }
                }
                _ => {}
            }
            match self.solver.deref(&at, self.language.get("std::ops::Deref")) {
                Some(next) => at = self.solver.shallow(&next),
                None => break,
            }
        }
        self.unknown += 1;
        Ty::Unknown
    }

    fn dereferenced(&mut self, of: &Ty) -> Ty {
        let of = self.solver.shallow(of);
        match &of {
            Ty::Pointer(inner) => (**inner).clone(),
            _ => {
                let deref = self.language.get("std::ops::Deref");
                self.solver.deref(&of, deref).unwrap_or(Ty::Unknown)
            }
        }
    }

    fn indexed(&mut self, of: &Ty, index: &Ty) -> Ty {
        let mut at = self.solver.shallow(of);
        let index = self.solver.shallow(index);
        let is_range = matches!(&index, Ty::Adt(def, _)
            if def.in_library && self.solver.program.name(*def).starts_with("Range"));
        for _ in 0..10 {
            match &at {
                Ty::Slice(element) | Ty::Array(element) => {
                    return if is_range {
                        Ty::Slice(element.clone())
                    } else {
                        (**element).clone()
                    };
                }
                Ty::Primitive(name) if *name == "str" => return at,
                Ty::Adt(def, _) if !self.is_language(*def, "std::vec::Vec") => {
                    if let Some(of_trait) = self.language.get("std::ops::Index") {
                        let bound = Bound {
                            of_trait: Trait::Known(of_trait),
                            args: Arc::from([index.clone()]),
                            bindings: Arc::from([]),
                        };
                        let (answer, selected) =
                            self.solver.select(&at, bound.of_trait, &bound.args, 0);
                        if let (Answer::Yes | Answer::Perhaps, Some(selected)) = (answer, selected)
                            && let Some(ty) =
                                self.solver
                                    .associated(&at, &bound, &selected, name("Output"), 0)
                        {
                            return ty;
                        }
                    }
                }
                _ => {}
            }
            match self.solver.deref(&at, self.language.get("std::ops::Deref")) {
                Some(next) => at = self.solver.shallow(&next),
                None => break,
            }
        }
        Ty::Unknown
    }

    fn binary(&mut self, operator: Binary, left: ExprIx, right: ExprIx) -> Ty {
        let left = self.expr(left);
        let right = self.expr(right);
        match operator {
            Binary::Comparison | Binary::Logic => Ty::Primitive(name("bool")),
            Binary::Compound => Ty::unit(),
            Binary::Arithmetic(method) => {
                let mut value = self.solver.shallow(&left);
                while let Ty::Reference(of) = &value {
                    value = self.solver.shallow(of);
                }
                match &value {
                    Ty::Primitive(_) => value,
                    Ty::Var(_) => {
                        let right = self.solver.shallow(&right);
                        if let Ty::Primitive(_) = right {
                            right
                        } else {
                            value
                        }
                    }
                    Ty::Adt(..) | Ty::Param(_) => self.operated(&value, method, &right),
                    _ => Ty::Unknown,
                }
            }
        }
    }

    /// `<value as Add<right>>::Output`.
    fn operated(&mut self, value: &Ty, method: &str, right: &Ty) -> Ty {
        let of_trait = match method {
            "add" => "std::ops::Add",
            "sub" => "std::ops::Sub",
            "mul" => "std::ops::Mul",
            "div" => "std::ops::Div",
            "rem" => "std::ops::Rem",
            "bitor" => "std::ops::BitOr",
            "bitand" => "std::ops::BitAnd",
            _ => return Ty::Unknown,
        };
        let Some(def) = self.solver.program.library(of_trait) else {
            return Ty::Unknown;
        };
        let bound = Bound {
            of_trait: Trait::Known(def),
            args: Arc::from([right.clone()]),
            bindings: Arc::from([]),
        };
        let (_, selected) = self.solver.select(value, bound.of_trait, &bound.args, 0);
        let ty = selected.and_then(|selected| {
            self.solver
                .associated(value, &bound, &selected, name("Output"), 0)
        });
        ty.unwrap_or(Ty::Unknown)
    }

    fn range(&mut self, from: Option<ExprIx>, to: Option<ExprIx>, is_inclusive: bool) -> Ty {
        let element = self.solver.fresh();
        for end in [from, to].into_iter().flatten() {
            let ty = self.expr(end);
            self.solver.unify(&ty, &element);
        }
        let path = match (from, to, is_inclusive) {
            (Some(_), Some(_), false) => "std::ops::Range",
            (Some(_), Some(_), true) => "std::ops::RangeInclusive",
            (Some(_), None, _) => "std::ops::RangeFrom",
            (None, Some(_), false) => "std::ops::RangeTo",
            (None, Some(_), true) => "std::ops::RangeToInclusive",
            (None, None, _) => return self.language_type("std::ops::RangeFull", Vec::new()),
        };
        self.language_type(path, vec![element])
    }

    /// What `?` gives; `None` where it is too early.
    fn tried(&self, of: &Ty) -> Option<Ty> {
        match self.solver.shallow(of) {
            Ty::Var(_) => None,
            Ty::Adt(def, args)
                if self.is_language(def, "std::option::Option")
                    || self.is_language(def, "std::result::Result") =>
            {
                Some(args.first().cloned().unwrap_or(Ty::Unknown))
            }
            _ => Some(Ty::Unknown),
        }
    }

    /// What `.await` gives; `None` where it is too early.
    fn awaited(&mut self, of: &Ty) -> Option<Ty> {
        let mut at = self.solver.shallow(of);
        for _ in 0..6 {
            match &at {
                Ty::Var(_) => return None,
                Ty::Future(output) => return Some(self.solver.shallow(output)),
                Ty::Adt(def, args)
                    if self.is_language(*def, "std::pin::Pin")
                        || self.is_language(*def, "std::boxed::Box") =>
                {
                    at = self.solver.shallow(args.first()?);
                }
                Ty::Reference(of) => at = self.solver.shallow(of),
                _ => break,
            }
        }
        for (path, output) in [
            ("std::future::Future", "Output"),
            ("std::future::IntoFuture", "Output"),
        ] {
            let of_trait = Trait::Known(self.language.get(path)?);
            let bound = Bound {
                of_trait,
                args: Arc::from([]),
                bindings: Arc::from([]),
            };
            if let (Answer::Yes | Answer::Perhaps, Some(selected)) =
                self.solver.select(&at, of_trait, &[], 0)
                && let Some(ty) = self
                    .solver
                    .associated(&at, &bound, &selected, name(output), 0)
            {
                return Some(self.normal(&ty));
            }
        }
        Some(Ty::Unknown)
    }

    /// `<ty as Trait>::Name`, now or later.
    fn projected(&mut self, of: Ty, of_trait: &'static str, member: &str) -> Ty {
        let Some(def) = self.language.get(of_trait) else {
            return Ty::Unknown;
        };
        self.stays_open(&of);
        self.normal(&Ty::Projection(Arc::new(Projection {
            of: self.solver.deep(&of),
            of_trait: Some(Bound {
                of_trait: Trait::Known(def),
                args: Arc::from([]),
                bindings: Arc::from([]),
            }),
            name: name(member),
        })))
    }

    fn macro_call(&mut self, path: Option<u32>, arguments: &[ExprIx]) -> Ty {
        let types: Vec<Ty> = arguments.iter().map(|it| self.expr(*it)).collect();
        let Some(path) = path else { return Ty::Unknown };
        let program = self.solver.program;
        let Meaning::Foreign(path) = program.resolve(self.home, path, 0, MACROS) else {
            return Ty::Unknown;
        };
        let mut segments = crate::base::segments(&path);
        if !matches!(segments.next(), Some("std" | "core" | "alloc")) {
            return Ty::Unknown;
        }
        match crate::base::last_segment(&path) {
            "vec" => {
                let element = self.solver.fresh();
                for ty in &types {
                    self.coerce(ty, &element);
                }
                self.language_type("std::vec::Vec", vec![element])
            }
            "format" => self.language_type("std::string::String", Vec::new()),
            "matches" | "cfg" => Ty::Primitive(name("bool")),
            "dbg" => types.into_iter().next().unwrap_or(Ty::Unknown),
            "panic" | "todo" | "unimplemented" | "unreachable" => Ty::Never,
            "concat" | "stringify" | "env" | "include_str" | "file" | "module_path" => {
                Ty::reference(Ty::Primitive(name("str")))
            }
            "line" | "column" => Ty::Primitive(name("u32")),
            "print" | "println" | "eprint" | "eprintln" | "assert" | "assert_eq" | "assert_ne"
            | "debug_assert" | "debug_assert_eq" | "debug_assert_ne" => Ty::unit(),
            _ => Ty::Unknown,
        }
    }

    // ---- paths ---------------------------------------------------------------------------------------------

    fn value_path(&mut self, path: &ValuePath) -> Ty {
        match path {
            ValuePath::Named { path, arguments } => self.named_value(*path, arguments),
            ValuePath::Associated {
                of,
                of_trait,
                name,
                arguments,
                site,
            } => {
                let of = self.written(*of);
                match of_trait {
                    Some(bound) => {
                        let lower = self.solver.program.lower(self.home, self.self_ty.as_ref());
                        match lower.bound(bound).map(|it| it.of_trait) {
                            Some(Trait::Known(def)) => self.trait_value(def, &of, *name, arguments),
                            _ => Ty::Unknown,
                        }
                    }
                    None => self.associated_value(&of, *name, arguments, Some(*site)),
                }
            }
            ValuePath::Type(ty) => match self.written(*ty) {
                Ty::Adt(def, args) => self.constructor(def, def, &args),
                _ => Ty::Unknown,
            },
        }
    }

    fn named_value(&mut self, path: u32, arguments: &[(u32, Arguments)]) -> Ty {
        let program = self.solver.program;
        let none = Arguments::default();
        let of_segment = |at: u32| {
            let found = arguments.iter().find(|(segment, _)| *segment == at);
            found.map_or(&none, |(_, it)| it)
        };
        let written = &self.facts.paths[path as usize];
        let segments = self.facts.segments(written.path);
        let site = Site {
            span: written.span,
            scope: written.scope,
            cfg: written.cfg,
            via_macro: written.via_macro,
        };
        if segments.len() > 1
            && let Some(&last) = segments.last()
        {
            match program.resolve(self.home, path, 1, TYPES) {
                Meaning::Def(def) if program.kind(def) == ItemKind::Trait => {
                    let of = self.solver.fresh();
                    return self.trait_value(def, &of, last, of_segment(0));
                }
                Meaning::Def(def) => {
                    let of = self.lowered(|lower| lower.named(def, of_segment(1)));
                    let of = self.normal(&of);
                    return self.associated_value(&of, last, of_segment(0), Some(site));
                }
                Meaning::Foreign(path) => {
                    let of = match path.strip_prefix("std::primitive::") {
                        Some(primitive) => Ty::Primitive(name(primitive)),
                        None => Ty::Foreign(path, Arc::from([])),
                    };
                    return self.associated_value(&of, last, of_segment(0), Some(site));
                }
                Meaning::Nothing => {}
            }
        }
        match program.resolve(self.home, path, 0, VALUES) {
            Meaning::Def(def) => self.item_value(def, of_segment(0), of_segment(1)),
            _ => Ty::Unknown,
        }
    }

    fn item_value(&mut self, def: Def, arguments: &Arguments, of_owner: &Arguments) -> Ty {
        let program = self.solver.program;
        match program.kind(def) {
            ItemKind::Function => {
                self.function(Callable::Item(def), Substitution::default(), arguments)
            }
            ItemKind::Const | ItemKind::Static => {
                let ty = program.value_type(def).unwrap_or(Ty::Unknown);
                self.normal(&ty)
            }
            ItemKind::TupleStruct => {
                let of = self.lowered(|lower| lower.named(def, arguments));
                match of {
                    Ty::Adt(_, args) => self.constructor(def, def, &args),
                    _ => Ty::Unknown,
                }
            }
            ItemKind::Variant => {
                let given = if arguments.types.is_empty() {
                    of_owner
                } else {
                    arguments
                };
                let of = self.lowered(|lower| lower.named(def, given));
                match of {
                    Ty::Adt(adt, args) => self.constructor(adt, def, &args),
                    _ => Ty::Unknown,
                }
            }
            _ => Ty::Unknown,
        }
    }

    /// A function as a value.
    fn function(&mut self, callable: Callable, with: Substitution, arguments: &Arguments) -> Ty {
        let Some(signature) = self.solver.program.signature(callable) else {
            return Ty::Unknown;
        };
        let own: Vec<Ty> = arguments.types.iter().map(|ty| self.written(*ty)).collect();
        let (receiver, parameters, result) = self.instantiate(&signature, with, &own);
        let receiver = receiver.map(|ty| self.normal(&ty));
        let parts = receiver.into_iter().chain(parameters).chain([result]);
        Ty::Function(parts.collect())
    }

    /// A struct or variant as a value: itself where it has no fields, a function otherwise.
    fn constructor(&mut self, adt: Def, of: Def, args: &Args) -> Ty {
        let fields = self.solver.program.fields(of);
        let whole = Ty::Adt(adt, args.clone());
        if fields.is_empty() {
            return whole;
        }
        let with = self.solver.trait_substitution(adt, args);
        let mut parts: Vec<Ty> = Vec::with_capacity(fields.len() + 1);
        for (_, ty, _) in fields.iter() {
            let ty = ty.substitute(&with);
            parts.push(self.normal(&ty));
        }
        parts.push(whole);
        Ty::Function(parts.into())
    }

    /// `of::wanted`: a variant, or an associated item of an `impl` or of a trait that the type has.
    fn associated_value(
        &mut self,
        of: &Ty,
        wanted: Name,
        arguments: &Arguments,
        site: Option<Site>,
    ) -> Ty {
        let of = self.solver.shallow(of);
        if let Ty::Adt(def, args) = &of
            && let Some(variant) = self.variant(*def, wanted)
        {
            if let Some(site) = site {
                self.found.push(Found {
                    site,
                    kind: ReferenceKind::Path,
                    target: Target::Item(variant),
                });
            }
            return self.constructor(*def, variant, args);
        }
        let lookup = Lookup {
            solver: &self.solver,
            language: self.language,
            home: self.home,
            scope: site.map_or(0, |site| site.scope),
        };
        let Some(candidate) = lookup.associated(&of, wanted) else {
            return Ty::Unknown;
        };
        let constant = lookup.constant(&candidate);
        if let (Some(site), Some(emitted)) = (site, candidate.emitted.clone()) {
            self.emit(site, ReferenceKind::Path, emitted);
        }
        match constant {
            Some(ty) => {
                let ty = ty.substitute(&candidate.with);
                self.normal(&ty)
            }
            None => self.function(candidate.callable, candidate.with, arguments),
        }
    }

    fn variant(&self, adt: Def, wanted: Name) -> Option<Def> {
        if self.solver.program.kind(adt) != ItemKind::Enum {
            return None;
        }
        self.solver.program.variant(adt, wanted)
    }

    /// `<of as Trait>::wanted`.
    fn trait_value(&mut self, def: Def, of: &Ty, wanted: Name, arguments: &Arguments) -> Ty {
        let Some((member, _)) = self.solver.program.trait_member(def, wanted) else {
            return Ty::Unknown;
        };
        let mut with = Substitution::default();
        with.insert(name("Self"), of.clone());
        self.function(Callable::Trait(def, member), with, arguments)
    }

    fn struct_literal(
        &mut self,
        path: Option<&ValuePath>,
        fields: &[(Name, Site, ExprIx)],
        rest: Option<ExprIx>,
    ) -> Ty {
        let (whole, of) = self.struct_path(path);
        let (declared, with) = self.declared_fields(&whole, of);
        for (field, site, value) in fields {
            let ty = self.expr(*value);
            if let Some((_, wanted, _)) = declared.iter().find(|(name, ..)| name == field) {
                let wanted = wanted.substitute(&with);
                let wanted = self.normal(&wanted);
                self.coerce(&ty, &wanted);
                if let Some(of) = of {
                    self.found.push(Found {
                        site: *site,
                        kind: ReferenceKind::Field,
                        target: Target::Field(of, *field),
                    });
                }
            }
        }
        if let Some(rest) = rest {
            self.expr(rest);
        }
        whole
    }

    /// The fields of a struct or variant, and what stands for its parameters.
    pub(super) fn declared_fields(
        &self,
        whole: &Ty,
        of: Option<Def>,
    ) -> (Arc<Vec<(Name, Ty, crate::base::Location)>>, Substitution) {
        match (whole, of) {
            (Ty::Adt(adt, args), Some(of)) => {
                let fields = self.solver.program.fields(of);
                (fields, self.solver.trait_substitution(*adt, args))
            }
            _ => (Arc::default(), Substitution::default()),
        }
    }

    /// The type that a path in a literal or pattern builds, and the struct or variant that it names.
    pub(super) fn struct_path(&mut self, path: Option<&ValuePath>) -> (Ty, Option<Def>) {
        let nothing = (Ty::Unknown, None);
        match path {
            Some(ValuePath::Named { path, arguments }) => {
                let none = Arguments::default();
                let at = |wanted: u32| {
                    let found = arguments.iter().find(|(segment, _)| *segment == wanted);
                    found.map_or(&none, |(_, it)| it)
                };
                let program = self.solver.program;
                let Meaning::Def(def) = program.resolve(self.home, *path, 0, TYPES | VALUES) else {
                    return nothing;
                };
                let given = if at(0).types.is_empty() { at(1) } else { at(0) };
                let whole = self.lowered(|lower| lower.named(def, given));
                match (&whole, program.kind(def)) {
                    (Ty::Adt(adt, _), ItemKind::TypeAlias | ItemKind::Enum) => {
                        // `Alias { … }`, or `Enum::Variant` through an alias.
                        let segments = self.facts.segments(self.facts.paths[*path as usize].path);
                        let last = segments.last().copied();
                        let variant = last.and_then(|last| self.variant(*adt, last));
                        (whole.clone(), variant.or(Some(*adt)))
                    }
                    (Ty::Adt(..), _) => (whole.clone(), Some(def)),
                    _ => nothing,
                }
            }
            Some(ValuePath::Type(ty)) => match self.written(*ty) {
                Ty::Adt(def, args) => (Ty::Adt(def, args), Some(def)),
                _ => nothing,
            },
            Some(ValuePath::Associated { of, name, site, .. }) => match self.written(*of) {
                Ty::Adt(def, args) => match self.variant(def, *name) {
                    Some(variant) => {
                        self.found.push(Found {
                            site: *site,
                            kind: ReferenceKind::Path,
                            target: Target::Item(variant),
                        });
                        (Ty::Adt(def, args), Some(variant))
                    }
                    None => nothing,
                },
                _ => nothing,
            },
            None => nothing,
        }
    }

    /// Binds a local.
    pub(super) fn bind(&mut self, local: LocalIx, ty: Ty) {
        self.locals.insert(local, ty);
    }

    /// Binds what a pattern takes from a value of this type.
    pub(super) fn pattern(&mut self, pattern: PatternIx, ty: &Ty) {
        super::patterns::bind(self, pattern, ty, false);
    }

    pub(super) fn unify(&mut self, a: &Ty, b: &Ty) {
        self.solver.unify(a, b);
    }

    pub(super) fn normalized(&mut self, ty: &Ty) -> Ty {
        self.normal(ty)
    }
}
