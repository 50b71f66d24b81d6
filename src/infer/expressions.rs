//! Expressions: the type of each, from its parts.
//!
//! In: an inference. Out: types, and what was found on the way.
//! *Invariant:* what cannot be told yet waits; what cannot be told at all is unknown.

use std::rc::Rc;
use std::sync::Arc;

use super::body::{Inference, Pending};
use super::definitions::{Home, Meaning};
use super::found::{Found, Target};
use super::solve::Answer;
use super::types::{Borrow, Bound, Projection, Shared, Trait, Ty};
use crate::base::{ReferenceKind, join, name};
use crate::facts::code::{Binary, BlockKind, Expr, ExprIx, Literal, Statement};
use crate::resolve::MACROS;

impl Inference<'_, '_> {
    /// The type of an expression, without a note of it.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of expression")]
    pub(super) fn expr_unrecorded(&mut self, expression: ExprIx) -> Ty {
        let code = Rc::clone(&self.code);
        let Some(expression_data) = code.expressions.get(expression as usize) else {
            return Ty::Unknown;
        };
        match expression_data {
            Expr::Unknown(parts) => {
                for part in parts {
                    self.expr(*part);
                }
                Ty::Unknown
            }
            Expr::Local(local) => {
                let known = self.locals.get(&(self.home.instance, *local));
                known.cloned().unwrap_or(Ty::Unknown)
            }
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
                let item = self.projected(&iterated, "std::iter::IntoIterator", "Item");
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
            Expr::Reference(mutability, of) => {
                Ty::reference(Borrow(Some(*mutability)), self.expr(*of))
            }
            Expr::Dereference(of) => {
                let of = self.expr(*of);
                if self.stays_open(&of) {
                    if let Ty::Reference(_, inner) = self.solver.shallow(&of) {
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
                if let Some(ty) = self.tried(&of) {
                    return ty;
                }
                let result = self.solver.fresh();
                self.wait(Pending::Try {
                    of,
                    result: result.clone(),
                });
                result
            }
            Expr::Await(of) => {
                let of = self.expr(*of);
                self.stays_open(&of);
                if let Some(ty) = self.awaited(&of) {
                    return ty;
                }
                let result = self.solver.fresh();
                self.wait(Pending::Await {
                    of,
                    result: result.clone(),
                });
                result
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
                path,
                call,
                arguments,
            } => match call.and_then(|call| self.expanded(call)) {
                Some(ty) => ty,
                None => self.macro_call(*path, arguments),
            },
        }
    }

    /// The type of two branches.
    pub(super) fn join(&mut self, a: &Ty, b: &Ty) -> Ty {
        let (a, b) = (self.solver.shallow(a), self.solver.shallow(b));
        if matches!(a, Ty::Never | Ty::Unknown) {
            return b;
        }
        self.coerce(&b, &a);
        a
    }

    pub(super) fn literal(&mut self, literal: Literal) -> Ty {
        match literal {
            // Which one it is follows from its use, or does not matter.
            Literal::Integer | Literal::Float => self.solver.fresh(),
            Literal::Primitive(name) => Ty::Primitive(name),
            Literal::Str => Ty::reference(Borrow::SHARED, Ty::Primitive(name("str"))),
            Literal::Bytes => {
                let bytes = Ty::Array(Arc::new(Ty::Primitive(name("u8"))));
                Ty::reference(Borrow::SHARED, bytes)
            }
            Literal::CStr => Ty::reference(
                Borrow::SHARED,
                self.language_type("std::ffi::CStr", Vec::new()),
            ),
        }
    }

    pub(super) fn block(
        &mut self,
        kind: BlockKind,
        statements: &[Statement],
        value: Option<ExprIx>,
    ) -> Ty {
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

    /// The type of a field.
    pub(super) fn field(&mut self, of: &Ty, access: ExprIx) -> Ty {
        let code = Rc::clone(&self.code);
        let Some(Expr::Field {
            name: wanted, site, ..
        }) = code.expressions.get(access as usize)
        else {
            return Ty::Unknown;
        };
        let mut at = self.behind_projections(of);
        for _ in 0..10 {
            match &at {
                Ty::Adt(def, args) => {
                    let fields = self.solver.program.fields(*def);
                    if let Some((_, ty, _)) = fields.iter().find(|(name, ..)| name == wanted) {
                        self.found.push(Found {
                            home: self.home,
                            site: *site,
                            kind: ReferenceKind::Field,
                            target: Target::Field(*def, *wanted),
                        });
                        let with = self.solver.trait_substitution(*def, args);
                        let ty = ty.substitute(&with);
                        return self.normal(&ty);
                    }
                }
                Ty::Projected(borrow, of) => {
                    let of = self.solver.shallow(of);
                    return self.projected_field((*borrow, &of), *wanted, *site);
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

    pub(super) fn dereferenced(&mut self, of: &Ty) -> Ty {
        let of = self.solver.shallow(of);
        if let Ty::Pointer(inner) = &of {
            return (**inner).clone();
        }
        let deref = self.language.get("std::ops::Deref");
        self.solver.deref(&of, deref).unwrap_or(Ty::Unknown)
    }

    pub(super) fn indexed(&mut self, of: &Ty, index: &Ty) -> Ty {
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
                            args: Shared::from([index.clone()]),
                            bindings: Shared::default(),
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

    pub(super) fn binary(&mut self, operator: Binary, left: ExprIx, right: ExprIx) -> Ty {
        let left = self.expr(left);
        let right = self.expr(right);
        match operator {
            Binary::Comparison | Binary::Logic => Ty::Primitive(name("bool")),
            Binary::Compound => Ty::unit(),
            Binary::Arithmetic(method) => {
                let mut value = self.solver.shallow(&left);
                while let Ty::Reference(_, of) = &value {
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
    pub(super) fn operated(&mut self, value: &Ty, method: &str, right: &Ty) -> Ty {
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
            args: Shared::from([right.clone()]),
            bindings: Shared::default(),
        };
        let (_, selected) = self.solver.select(value, bound.of_trait, &bound.args, 0);
        let ty = selected.and_then(|selected| {
            self.solver
                .associated(value, &bound, &selected, name("Output"), 0)
        });
        ty.unwrap_or(Ty::Unknown)
    }

    pub(super) fn range(
        &mut self,
        from: Option<ExprIx>,
        to: Option<ExprIx>,
        is_inclusive: bool,
    ) -> Ty {
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
    pub(super) fn tried(&self, of: &Ty) -> Option<Ty> {
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
    pub(super) fn awaited(&mut self, of: &Ty) -> Option<Ty> {
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
                Ty::Reference(_, of) => at = self.solver.shallow(of),
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
                args: Shared::default(),
                bindings: Shared::default(),
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
    pub(super) fn projected(&mut self, of: &Ty, of_trait: &'static str, member: &str) -> Ty {
        let Some(def) = self.language.get(of_trait) else {
            return Ty::Unknown;
        };
        self.stays_open(of);
        self.normal(&Ty::Projection(Arc::new(Projection {
            of: self.solver.deep(of),
            of_trait: Some(Bound {
                of_trait: Trait::Known(def),
                args: Shared::default(),
                bindings: Shared::default(),
            }),
            name: name(member),
        })))
    }

    /// The type of what a macro call writes; `None` where it is not expanded.
    fn expanded(&mut self, call: u32) -> Option<Ty> {
        let program = self.solver.program;
        let mut whole = None;
        for &instance in program.expansions(self.home, call) {
            let home = Home {
                instance,
                ..self.home
            };
            let code = &program.facts(home).code;
            for captured in &code.captured {
                let at_call = program.around(home, captured.level);
                let known = self.locals.get(&(at_call, captured.there)).cloned();
                if let Some(ty) = known {
                    self.locals.insert((instance, captured.here), ty);
                }
            }
            let from = self.go(home);
            let ty = code.root.map_or(Ty::Unknown, |root| self.expr(root));
            self.go(from);
            whole.get_or_insert(ty);
        }
        whole
    }

    pub(super) fn macro_call(&mut self, path: Option<u32>, arguments: &[ExprIx]) -> Ty {
        let types: Vec<Ty> = arguments.iter().map(|it| self.expr(*it)).collect();
        let Some(path) = path else { return Ty::Unknown };
        let program = self.solver.program;
        let path = match program.resolve(self.home, path, 0, MACROS) {
            Meaning::Foreign(path) => path,
            Meaning::Def(def) => {
                let tree = program.world(def.in_library).tree;
                let crate_id = tree.module(program.module(def)).crate_id;
                join(&tree.crate_(crate_id).path, &program.name(def))
            }
            Meaning::Nothing => return Ty::Unknown,
        };
        let mut segments = crate::base::segments(&path);
        let of_crate = segments.next();
        if is_pin(&path) {
            let of = types.into_iter().next().unwrap_or(Ty::Unknown);
            return self.language_type("std::pin::Pin", vec![Ty::reference(Borrow::MUTABLE, of)]);
        }
        if !matches!(of_crate, Some("std" | "core" | "alloc")) {
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
                Ty::reference(Borrow::SHARED, Ty::Primitive(name("str")))
            }
            "line" | "column" => Ty::Primitive(name("u32")),
            "print" | "println" | "eprint" | "eprintln" | "assert" | "assert_eq" | "assert_ne"
            | "debug_assert" | "debug_assert_eq" | "debug_assert_ne" => Ty::unit(),
            _ => Ty::Unknown,
        }
    }
}

/// Whether a macro pins its argument to the stack.
fn is_pin(path: &str) -> bool {
    const KNOWN: [&str; 7] = [
        "core::pin::pin",
        "futures::pin_mut",
        "futures_lite::pin",
        "futures_util::pin_mut",
        "pin_utils::pin_mut",
        "std::pin::pin",
        "tokio::pin",
    ];
    KNOWN.contains(&path)
}
