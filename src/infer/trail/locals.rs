//! Where a local comes from: a parameter, a `let`, a pattern, a closure.
//!
//! In: a local. Out: steps.
//! *Invariant:* a local is told about once in a trail.

use super::bindings::{Binding, Source};
use super::{Tell, words};
use crate::base::{Location, Name, Span};
use crate::facts::code::{
    Expr, ExprIx, ItemCode, LocalIx, MemberCode, Owner, Pattern, Signature, TypeIx,
};
use crate::infer::callable_place;
use crate::infer::definitions::{Callable, Home};
use crate::infer::types::{Bound, Ty};

impl<'w> Tell<'_, '_, 'w> {
    /// Where a local comes from.
    pub(super) fn local(&mut self, local: LocalIx) {
        let facts = self.facts();
        let captured = facts.code.captured.iter().find(|it| it.here == local);
        if let Some(captured) = captured {
            let home = Home {
                instance: self.program().around(self.home, captured.level),
                ..self.home
            };
            let from = std::mem::replace(&mut self.home, home);
            self.local(captured.there);
            self.home = from;
            return;
        }
        if !self.seen.insert((self.home.instance, local)) {
            return;
        }
        let Some(data) = facts.code.locals.get(local as usize) else {
            return;
        };
        let name = data.name;
        let place = (!data.span.is_empty()).then(|| self.here(data.span));
        let Some(binding) = self.binding(local) else {
            return;
        };
        let code = self.code();
        let is_plain = matches!(
            code.patterns.get(binding.pattern as usize),
            Some(Pattern::Bind { sub: None, .. })
        );
        let by = if is_plain {
            String::new()
        } else {
            format!(" by `{}`", words::pattern((facts, &code), binding.pattern))
        };
        match binding.source {
            Source::Parameter(at) => self.parameter((local, name), at, &by, place),
            Source::Let(Some(ty), _) => {
                let written = self.written(ty);
                let text = format!("`{name}` is bound{by}, with the type `{written}`");
                self.say(text, place);
            }
            Source::Let(None, Some(value)) => {
                let text = format!("`{name}` is bound{by} to `{}`", self.text(value));
                self.bound_to(text, place, value, binding, local);
            }
            Source::Let(None, None) => {
                self.say(format!("`{name}` is bound{by}, to be set later"), place);
            }
            Source::Condition(value) => {
                let text = format!("`{name}` is bound{by} out of `{}`", self.text(value));
                self.bound_to(text, place, value, binding, local);
            }
            Source::Arm(value) => {
                let text = format!(
                    "`{name}` is bound{by} in an arm of `match {}`",
                    self.text(value)
                );
                self.bound_to(text, place, value, binding, local);
            }
            Source::For(iterated) => {
                let text = format!("`{name}` is an item{by} of `{}`", self.text(iterated));
                self.bound_to(text, place, iterated, binding, local);
            }
            Source::Closure(ty, call) => {
                self.closure_parameter(name, &by, ty, call, place);
                let ty = self.inference.locals.get(&(self.home.instance, local));
                if let Some(ty) = ty.map(|ty| self.inference.solver.deep(ty)) {
                    self.say(has_the_type(&name, &self.show(&ty)), None);
                }
            }
        }
    }

    pub(super) fn bound_to(
        &mut self,
        text: String,
        place: Option<Location>,
        value: ExprIx,
        binding: Binding,
        local: LocalIx,
    ) {
        self.say(text, place);
        self.expression(value);
        let facts = self.facts();
        let code = self.code();
        let is_plain = matches!(
            code.patterns.get(binding.pattern as usize),
            Some(Pattern::Bind { sub: None, .. })
        );
        let is_part = !is_plain || matches!(binding.source, Source::For(_));
        if is_part && let Some(ty) = self.inference.locals.get(&(self.home.instance, local)) {
            let ty = self.inference.solver.deep(ty);
            let name = facts.code.locals[local as usize].name;
            self.say(has_the_type(&name, &self.show(&ty)), None);
        }
    }

    pub(super) fn written(&self, ty: TypeIx) -> String {
        let program = self.program();
        let own = self.inference.self_ty.as_ref();
        self.show(&program.lower(self.home, own).ty(ty))
    }

    pub(super) fn parameter(
        &mut self,
        (local, name): (LocalIx, Name),
        at: usize,
        by: &str,
        place: Option<Location>,
    ) {
        let facts = self.program().facts(self.body_home);
        let (owner, span) = self.owner();
        let here = span.map(|span| self.here(span));
        if name == "self" && at == 0 {
            if self.inference.self_ty.is_some() {
                let ty = self.inference.locals.get(&(self.home.instance, local));
                let ty = ty.map_or(Ty::Unknown, |ty| self.inference.solver.deep(ty));
                let text = format!("`self`{owner} has the type `{}`", self.show(&ty));
                let impl_place = match self.body.owner {
                    Owner::ImplMember(index, _) => {
                        words::type_span(facts, facts.impls[index as usize].self_type)
                    }
                    _ => None,
                };
                let place = impl_place.map(|span| self.here(span)).or(here);
                self.say(text, place);
            } else {
                let text = format!("`self`{owner} is whatever has the trait");
                self.say(text, here);
            }
            return;
        }
        let ty = self.parameter_type(at).map(|ty| self.written(ty));
        let ty = ty.map_or_else(String::new, |ty| format!(", with the type `{ty}`"));
        let text = format!("`{name}` is a parameter{by}{owner}{ty}");
        self.say(text, place.or(here));
    }

    /// ` of …`, and where the name of the function stands.
    pub(super) fn owner(&self) -> (String, Option<Span>) {
        let facts = self.program().facts(self.body_home);
        match self.body.owner {
            Owner::Item(item) => {
                let item = &facts.items[item as usize];
                (format!(" of `fn {}`", item.name), Some(item.span))
            }
            Owner::ImplMember(index, member) => {
                let member = &facts.impls[index as usize].members[member as usize];
                let id = self.program().impl_at(self.body_home, index);
                let of = id.map_or_else(String::new, |id| format!(" of `{}`", self.impl_text(id)));
                (format!(" of `fn {}`{of}", member.name), Some(member.span))
            }
            Owner::TraitMember(item, member) => {
                let item = &facts.items[item as usize];
                let member = &item.members[member as usize];
                let text = format!(" of `fn {}` of the trait `{}`", member.name, item.name);
                (text, Some(member.span))
            }
            Owner::Nobody => (String::new(), None),
        }
    }

    /// The head of the function whose body it is.
    pub(super) fn signature(&self) -> Option<&'w Signature> {
        let facts = self.program().facts(self.body_home);
        let member = match self.body.owner {
            Owner::Item(item) => match &facts.items[item as usize].code {
                ItemCode::Function(signature) => return Some(signature),
                _ => return None,
            },
            Owner::ImplMember(index, member) => {
                &facts.impls[index as usize].members[member as usize]
            }
            Owner::TraitMember(item, member) => {
                &facts.items[item as usize].members[member as usize]
            }
            Owner::Nobody => return None,
        };
        match &member.code {
            MemberCode::Function(signature) => Some(signature),
            _ => None,
        }
    }

    pub(super) fn parameter_type(&self, at: usize) -> Option<TypeIx> {
        let signature = self.signature()?;
        let at = at.checked_sub(usize::from(signature.receiver.is_some()))?;
        signature.parameters.get(at).copied()
    }

    pub(super) fn closure_parameter(
        &mut self,
        name: Name,
        by: &str,
        ty: Option<TypeIx>,
        call: Option<ExprIx>,
        place: Option<Location>,
    ) {
        if let Some(ty) = ty {
            let written = self.written(ty);
            let text =
                format!("`{name}` is a parameter{by} of a closure, with the type `{written}`");
            self.say(text, place);
            return;
        }
        let Some(call) = call else {
            self.say(format!("`{name}` is a parameter{by} of a closure"), place);
            return;
        };
        let text = format!(
            "`{name}` is a parameter{by} of the closure that `{}` is given",
            self.text(call)
        );
        self.say(text, place);
        let callable = match self.data(call) {
            Some(Expr::MethodCall { receiver, .. }) => {
                self.expression(receiver);
                self.callable(call)
            }
            Some(Expr::Call { function, .. }) => self.callable(function),
            _ => None,
        };
        if let Some(callable) = callable {
            self.asked_of_closure(callable);
        }
    }

    /// What a function asks of a closure that it takes.
    pub(super) fn asked_of_closure(&mut self, callable: Callable) {
        let program = self.program();
        let Some(signature) = program.signature(callable) else {
            return;
        };
        let bounds = signature.generics.bounds.iter();
        let is_callable = |bound: &&Bound| self.inference.solver.is_callable(bound.of_trait);
        let opaque = signature.parameters.iter().filter_map(|ty| match ty {
            Ty::Opaque(bounds) => bounds.first(),
            _ => None,
        });
        let mut all = bounds.map(|(_, bound)| bound).chain(opaque);
        let Some(bound) = all.find(|bound| is_callable(bound)) else {
            return;
        };
        let name = self.member_name(callable);
        let place = callable_place(program, callable).map(|(_, _, location)| location);
        let known = if place.is_none() {
            " (a signature of the standard library)"
        } else {
            ""
        };
        let text = format!(
            "`fn {name}` asks for `{}`{known}",
            words::bound(program, bound)
        );
        self.say(text, place);
    }
}

pub(super) fn has_the_type(name: &str, ty: &str) -> String {
    format!("so `{name}` has the type `{ty}`")
}
