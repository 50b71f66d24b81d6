//! Where the type of an expression comes from: its parts first, then what it makes of them.
//!
//! In: an expression. Out: steps.
//! *Invariant:* a step says what was declared, and what it amounts to here.

use super::{STEPS, Tell, words};
use crate::base::{Name, Span};
use crate::facts::ItemKind;
use crate::facts::code::{Expr, ExprIx, ValuePath};
use crate::infer::callable_place;
use crate::infer::definitions::{Callable, Home, Meaning};
use crate::infer::types::Ty;
use crate::resolve::VALUES;

impl Tell<'_, '_, '_> {
    /// Where the type of an expression comes from.
    pub(super) fn expression(&mut self, of: ExprIx) {
        if self.steps.len() >= STEPS {
            return;
        }
        let Some(data) = self.data(of) else { return };
        match &data {
            Expr::Local(local) => self.local(*local),
            Expr::Path(path) => self.value(of, path),
            Expr::Call {
                function,
                arguments,
            } => self.call(of, *function, arguments),
            Expr::MethodCall { receiver, site, .. } => {
                self.expression(*receiver);
                self.method(of, site.span);
            }
            Expr::Field {
                of: inner, name, ..
            } => {
                self.expression(*inner);
                self.field(*inner, *name, of);
            }
            Expr::Reference(_, inner) | Expr::Unary(inner) => self.expression(*inner),
            Expr::Dereference(inner) => self.applied(of, *inner, "`*` takes"),
            Expr::Index { of: inner, .. } => self.applied(of, *inner, "`[…]` takes"),
            Expr::Try(inner) => self.applied(of, *inner, "`?` takes"),
            Expr::Await(inner) => self.applied(of, *inner, "`.await` takes"),
            Expr::Block {
                value: Some(value), ..
            } => self.expression(*value),
            Expr::If { then, .. } => self.expression(*then),
            Expr::Match { arms, .. } => {
                let typed = arms.iter().find(|arm| {
                    let ty = self.ty(arm.value);
                    ty.is_some_and(|ty| !matches!(ty, Ty::Never | Ty::Unknown))
                });
                if let Some(arm) = typed {
                    self.expression(arm.value);
                }
            }
            Expr::Struct { path, .. } => {
                let span = path.as_ref().and_then(|path| self.path_span(path));
                self.gives(of, &format!("`{}` builds", self.text(of)), span);
            }
            Expr::Cast { ty, .. } => {
                let span = words::type_span(self.facts(), *ty);
                self.gives(of, "`as` makes it", span);
            }
            Expr::Macro {
                call: Some(call), ..
            } if self.expansion(*call).is_some() => self.expanded(*call),
            Expr::Macro { arguments, .. } => {
                for argument in arguments {
                    self.expression(*argument);
                }
                self.gives(of, &format!("`{}` gives", self.text(of)), None);
            }
            Expr::Binary { left, .. } => {
                self.expression(*left);
                self.gives(of, "the operator gives", None);
            }
            _ => {}
        }
    }

    pub(super) fn expansion(&self, call: u32) -> Option<Home> {
        let instance = *self.program().expansions(self.home, call).first()?;
        Some(Home {
            instance,
            ..self.home
        })
    }

    /// What a macro call writes.
    pub(super) fn expanded(&mut self, call: u32) {
        let Some(home) = self.expansion(call) else {
            return;
        };
        let facts = self.facts();
        let written = &facts.macro_calls[call as usize];
        let segments = facts.segments(facts.paths[written.path as usize].path);
        let name = segments.last().map_or("…", |it| it.as_str());
        let place = self.here(written.span);
        self.say(format!("`{name}!(…)` is expanded"), Some(place));
        let from = std::mem::replace(&mut self.home, home);
        if let Some(root) = self.facts().code.root {
            self.expression(root);
        }
        self.home = from;
    }

    /// A step that ends in the type of an expression.
    pub(super) fn gives(&mut self, of: ExprIx, what: &str, span: Option<Span>) {
        if let Some(ty) = self.ty(of) {
            let text = format!("{what} `{}`", self.show(&ty));
            let place = span.map(|span| self.here(span));
            self.say(text, place);
        }
    }

    /// `inner?`, `inner.await`, `*inner`, `inner[…]`.
    pub(super) fn applied(&mut self, of: ExprIx, inner: ExprIx, what: &str) {
        self.expression(inner);
        if let (Some(ty), Some(whole)) = (self.ty(of), self.ty(inner)) {
            let text = format!("{what} `{}` out of `{}`", self.show(&ty), self.show(&whole));
            self.say(text, None);
        }
    }

    pub(super) fn path_span(&self, path: &ValuePath) -> Option<Span> {
        let facts = self.facts();
        match path {
            ValuePath::Named { path, .. } => Some(facts.paths[*path as usize].span),
            ValuePath::Associated(it) => Some(it.site.span),
            ValuePath::Type(ty) => words::type_span(facts, *ty),
        }
    }

    /// A constant, a static, or something that is a value by its name.
    pub(super) fn value(&mut self, of: ExprIx, path: &ValuePath) {
        let ValuePath::Named { path: index, .. } = path else {
            let span = self.path_span(path);
            self.gives(of, &format!("`{}` is", self.text(of)), span);
            return;
        };
        let program = self.program();
        let span = Some(self.facts().paths[*index as usize].span);
        let meaning = program.resolve(self.home, *index, 0, VALUES);
        let text = self.text(of);
        match meaning {
            Meaning::Def(def) if !def.in_library => {
                let location = program.world(false).items[def.item as usize].location;
                let word = match program.kind(def) {
                    ItemKind::Const => "the constant",
                    ItemKind::Static => "the static",
                    _ => "the value",
                };
                if let Some(ty) = self.ty(of) {
                    let text = format!("{word} `{text}` has the type `{}`", self.show(&ty));
                    self.say(text, Some(location));
                }
            }
            _ => self.gives(of, &format!("`{text}` is"), span),
        }
    }

    pub(super) fn call(&mut self, of: ExprIx, function: ExprIx, arguments: &[ExprIx]) {
        let Some(callable) = self.callable(function) else {
            let is_path = matches!(self.data(function), Some(Expr::Path(_)));
            self.generic_arguments(of, arguments);
            if is_path {
                let span = match self.data(function) {
                    Some(Expr::Path(path)) => self.path_span(&path),
                    _ => None,
                };
                self.gives(of, &format!("`{}` builds", self.text(of)), span);
            } else {
                self.expression(function);
                self.gives(of, &format!("`{}` gives", self.text(of)), None);
            }
            return;
        };
        self.generic_arguments(of, arguments);
        self.result(callable, of);
    }

    /// The arguments on whose types the result depends.
    pub(super) fn generic_arguments(&mut self, of: ExprIx, arguments: &[ExprIx]) {
        let Some(recorder) = &self.inference.solver.recorder else {
            return;
        };
        let Some(Ty::Adt(_, parts)) = recorder.type_of(self.key(of)) else {
            return;
        };
        let parts: Vec<Ty> = parts
            .iter()
            .map(|it| self.inference.solver.deep(it))
            .collect();
        let feeds = |at: &&ExprIx| {
            let ty = self.ty(**at);
            ty.is_some_and(|ty| ty != Ty::Unknown && parts.contains(&ty))
        };
        if let Some(argument) = arguments.iter().find(feeds) {
            self.expression(*argument);
        }
    }

    pub(super) fn method(&mut self, of: ExprIx, span: Span) {
        match self.callable(of) {
            Some(callable) => self.result(callable, of),
            None => {
                self.gives(of, &format!("`{}` gives", self.text(of)), Some(span));
            }
        }
    }

    /// `f` gives its result.
    pub(super) fn result(&mut self, callable: Callable, of: ExprIx) {
        let program = self.program();
        let Some(signature) = program.signature(callable) else {
            return;
        };
        let declared = self.show(&signature.result);
        let place = callable_place(program, callable);
        let name = self.member_name(callable);
        let what = match callable {
            Callable::Item(_) => format!("`fn {name}`"),
            Callable::Impl(id, _) => format!("`fn {name}` of `{}`", self.impl_text(id)),
            Callable::Trait(def, _) => format!("`fn {name}` of the trait `{}`", program.name(def)),
        };
        let really = self.ty(of).map(|ty| self.show(&ty));
        let here = match really {
            Some(really) if really != declared => format!(", here `{really}`"),
            _ => String::new(),
        };
        let known = if place.is_none() {
            " (a signature of the standard library)"
        } else {
            ""
        };
        let text = format!("{what} gives `{declared}`{here}{known}");
        self.say(text, place.map(|(_, _, location)| location));
        self.found_out_later(of);
    }

    /// What was left open in a type when the expression was read, and which call told it.
    pub(super) fn found_out_later(&mut self, of: ExprIx) {
        let Some(recorder) = &self.inference.solver.recorder else {
            return;
        };
        let Some(ty) = recorder.type_of(self.key(of)) else {
            return;
        };
        let mut open: Vec<u32> = Vec::new();
        ty.any(&mut |it| {
            if let Ty::Var(variable) = it {
                open.push(*variable);
            }
            false
        });
        for variable in open {
            let value = self.inference.solver.deep(&Ty::Var(variable));
            let at = recorder
                .bound_at(variable)
                .filter(|key| *key != self.key(of));
            let Some((instance, at)) = at else { continue };
            if instance != self.home.instance || matches!(value, Ty::Var(_)) {
                continue;
            }
            if let Some(Expr::MethodCall { site, .. } | Expr::Field { site, .. }) = self.data(at) {
                let text = format!(
                    "what it leaves open is `{}`, by `{}`",
                    self.show(&value),
                    self.text(at)
                );
                let place = self.here(site.span);
                self.say(text, Some(place));
            }
        }
    }

    pub(super) fn field(&mut self, inner: ExprIx, name: Name, of: ExprIx) {
        let Some(mut at) = self.ty(inner) else { return };
        let program = self.program();
        let deref = self.inference.language.get("std::ops::Deref");
        for _ in 0..10 {
            if let Ty::Adt(def, _) = &at {
                let fields = program.fields(*def);
                if let Some((_, declared, location)) = fields.iter().find(|(it, ..)| *it == name) {
                    let declared = self.show(declared);
                    let really = self.ty(of).map(|ty| self.show(&ty));
                    let here = match really {
                        Some(really) if really != declared => format!(", here `{really}`"),
                        _ => String::new(),
                    };
                    let owner = program.name(*def);
                    let text =
                        format!("the field `{owner}.{name}` has the type `{declared}`{here}");
                    let place = (!def.in_library).then_some(*location);
                    self.say(text, place);
                    return;
                }
            }
            if let Ty::Tuple(_) = &at {
                let text = format!("`.{name}` takes a part of `{}`:", self.show(&at));
                self.gives(of, &text, None);
                return;
            }
            let Some(next) = self.inference.solver.deref(&at, deref) else {
                return;
            };
            let next = self.inference.solver.deep(&next);
            if !matches!(at, Ty::Reference(..)) {
                let (from, to) = (self.show(&at), self.show(&next));
                let place = self.deref_place(&at, deref);
                self.say(format!("`{from}` dereferences to `{to}`"), place);
            }
            at = next;
        }
    }
}
