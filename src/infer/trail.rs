//! How the type was inferred that a method, a field or an associated item belongs to.
//!
//! In: the references to explain. Out: for each its [`Trail`]: where the types come from, then the `impl` or trait.
//! *Invariant:* tells what a second walk of the same body gave; where that gives something else, nothing is told.

use std::cell::RefCell;
use std::rc::Rc;

use super::bindings::{Binding, Bindings, Source};
use super::body::{Found, Inference, Target};
use super::language::Language;
use super::library;
use super::methods::Lookup;
use super::origin::{Key, Recorder};
use super::program::{Callable, Home, Meaning, Program};
use super::solve::Selected;
use super::types::{Def, Trait, Ty};
use super::{callable_place, reference, walked, words};
use crate::base::{Location, Map, Name, ReferenceKind, Set, Span, Trail, TrailStep, join, number};
use crate::facts::code::{
    Body, Expr, ExprIx, ItemCode, LocalIx, MemberCode, Owner, Pattern, Type, TypeIx, ValuePath,
};
use crate::facts::{FileFacts, ItemKind};
use crate::resolve::{self, Asked, VALUES, World};

/// A trail ends after so many steps about types.
const STEPS: usize = 24;

/// The way of each reference that types led to; empty where it cannot be gone again.
#[must_use]
pub(crate) fn trails(world: &World<'_>, asked: &[&Asked]) -> Vec<Trail> {
    let mut trails = vec![Trail::new(); asked.len()];
    if asked.is_empty() {
        return trails;
    }
    let program = Program::new(world, library::world());
    let language = Language::new(&program);
    let bindings = Cache::default();
    for (instance, data) in world.tree.instances.iter().enumerate() {
        let file = world.tree.files[data.file].file;
        let is_here = |at: &usize| asked[*at].location.file == file && trails[*at].is_empty();
        let mut open: Vec<usize> = (0..asked.len()).filter(is_here).collect();
        if open.is_empty() {
            continue;
        }
        let home = Home {
            in_library: false,
            instance: number(instance),
        };
        for body in &program.facts(home).code.bodies {
            let recorder = Some(Recorder::default());
            let Some(inference) = walked(&program, &language, home, body, recorder) else {
                continue;
            };
            open.retain(|&at| {
                let trail = in_body(&inference, &bindings, (home, body), asked[at]);
                trails[at] = trail.unwrap_or_default();
                trails[at].is_empty()
            });
        }
    }
    trails
}

fn in_body(
    inference: &Inference<'_, '_>,
    bindings: &Cache,
    (body_home, body): (Home, &Body),
    asked: &Asked,
) -> Option<Trail> {
    let found = inference.found.iter().find(|found| {
        found.site.span == asked.location.span
            && found.kind == asked.kind
            && found.site.via_macro == asked.via_macro
            && leads_there(inference, found, asked)
    })?;
    let mut tell = Tell {
        inference,
        bindings,
        body,
        body_home,
        home: found.home,
        steps: Trail::new(),
        seen: Set::default(),
    };
    tell.found(found, asked);
    Some(tell.steps)
}

fn leads_there(inference: &Inference<'_, '_>, found: &Found, asked: &Asked) -> bool {
    let program = inference.solver.program;
    let Some(reference) = reference(program, found) else {
        return false;
    };
    let world = program.world(false);
    let instance = &world.tree.instances[found.home.instance as usize];
    let importer = instance.scope_modules[found.site.scope as usize];
    let named = join(&world.tree.module(reference.module).path, &reference.item);
    importer == asked.importer
        && named == asked.named
        && resolve::leads_to(&reference, asked.target)
}

/// What binds the locals of each instance, as far as asked for.
type Cache = RefCell<Map<u32, Rc<Bindings>>>;

/// A trail under construction.
struct Tell<'t, 'p, 'w> {
    inference: &'t Inference<'p, 'w>,
    bindings: &'t Cache,
    body: &'t Body,
    body_home: Home,
    /// Where the expression that is told about is written: the body, or what a macro call in it writes.
    home: Home,
    steps: Trail,
    seen: Set<(u32, LocalIx)>,
}

impl<'p, 'w> Tell<'_, 'p, 'w> {
    fn program(&self) -> &'p Program<'w> {
        self.inference.solver.program
    }

    fn world(&self) -> &'w World<'w> {
        self.program().world(false)
    }

    fn facts(&self) -> &'w FileFacts {
        self.program().facts(self.home)
    }

    fn key(&self, expression: ExprIx) -> Key {
        (self.home.instance, expression)
    }

    fn data(&self, expression: ExprIx) -> Option<&'w Expr> {
        self.facts().code.expressions.get(expression as usize)
    }

    fn binding(&self, local: LocalIx) -> Option<Binding> {
        let mut cache = self.bindings.borrow_mut();
        let known = cache.entry(self.home.instance);
        let bindings = known.or_insert_with(|| Rc::new(Bindings::of(self.facts())));
        bindings.get(local)
    }

    fn ty(&self, expression: ExprIx) -> Option<Ty> {
        let recorder = self.inference.solver.recorder.as_ref()?;
        let ty = recorder.type_of(self.key(expression))?;
        Some(self.inference.solver.deep(&ty))
    }

    fn callable(&self, expression: ExprIx) -> Option<Callable> {
        let recorder = self.inference.solver.recorder.as_ref()?;
        recorder.callable_of(self.key(expression))
    }

    fn show(&self, ty: &Ty) -> String {
        words::ty(self.program(), ty)
    }

    fn text(&self, expression: ExprIx) -> String {
        words::expression(self.facts(), expression)
    }

    fn here(&self, span: Span) -> Location {
        let tree = self.world().tree;
        Location {
            file: tree.files[tree.instances[self.home.instance as usize].file].file,
            span,
        }
    }

    fn say(&mut self, text: String, location: Option<Location>) {
        let step = TrailStep { text, location };
        // A value that is used twice in one expression is told once.
        if self.steps.len() < STEPS && !self.steps.contains(&step) {
            self.steps.push(step);
        }
    }

    /// The whole trail of a reference.
    fn found(&mut self, found: &Found, asked: &Asked) {
        self.steps = resolve::macro_steps(self.world(), self.home.instance as usize);
        let importer = self.world().tree.module(asked.importer).path;
        let by_macro = if asked.via_macro {
            ", by the definition of a macro"
        } else {
            ""
        };
        let place = Some(asked.location);
        let expressions = &self.facts().code.expressions;
        let at = (0..).zip(expressions).find_map(|(at, it)| match it {
            Expr::MethodCall { site, .. } | Expr::Field { site, .. } if *site == found.site => {
                Some(at)
            }
            _ => None,
        });
        let receiver = at.and_then(|at| match self.data(at) {
            Some(Expr::MethodCall { receiver, name, .. }) => Some((at, *receiver, *name)),
            Some(Expr::Field { of, name, .. }) => Some((at, *of, *name)),
            _ => None,
        });
        match receiver {
            Some((at, receiver, name)) => {
                let text = self.text(at);
                let text = format!("`{text}` is written in `{importer}`{by_macro}");
                self.say(text, place);
                self.expression(receiver);
                self.looked_up(receiver, name, found);
            }
            None if found.kind == ReferenceKind::Field => {
                let text = format!(
                    "`{}` is named in a literal or pattern in `{importer}`{by_macro}",
                    self.name_of(found)
                );
                self.say(text, place);
            }
            None => self.path(found, &importer, by_macro),
        }
        self.end(found);
    }

    fn name_of(&self, found: &Found) -> Name {
        match found.target {
            Target::Field(_, name) | Target::Derived(_, name) => name,
            Target::Item(def) => self.program().name(def),
            Target::Callable(callable) => self.member_name(callable),
        }
    }

    fn member_name(&self, callable: Callable) -> Name {
        let program = self.program();
        match callable {
            Callable::Item(def) => program.name(def),
            Callable::Impl(id, member) => {
                program.impls[id as usize].facts.members[member as usize].name
            }
            Callable::Trait(def, member) => program.item(def).map_or_else(
                || program.name(def),
                |(_, it)| it.members[member as usize].name,
            ),
        }
    }

    /// `Type::item`, whose type is written but whose item only the type tells.
    fn path(&mut self, found: &Found, importer: &Name, by_macro: &str) {
        let facts = self.facts();
        let is_it = |path: &ValuePath| match path {
            ValuePath::Named { path, .. } => facts.paths[*path as usize].span == found.site.span,
            ValuePath::Associated { site, .. } => *site == found.site,
            ValuePath::Type(_) => false,
        };
        let in_expressions = facts.code.expressions.iter().filter_map(|it| match it {
            Expr::Path(path) => Some(path),
            Expr::Struct { path, .. } => path.as_ref(),
            _ => None,
        });
        let in_patterns = facts.code.patterns.iter().filter_map(|it| match it {
            Pattern::Path(path) => Some(path),
            Pattern::TupleStruct { path, .. } | Pattern::Struct { path, .. } => path.as_ref(),
            _ => None,
        });
        let written = in_expressions.chain(in_patterns).find(|path| is_it(path));
        let text = written.map_or_else(
            || self.name_of(found).to_string(),
            |path| words::value_path(facts, path),
        );
        let text = format!("`{text}` is written in `{importer}`{by_macro}");
        self.say(text, Some(self.here(found.site.span)));
        if let Some(ValuePath::Associated { of, .. }) = written {
            let program = self.program();
            let own = self.inference.self_ty.as_ref();
            let ty = program.lower(self.home, own).ty(*of);
            let text = match facts.code.types.get(*of as usize) {
                Some(Type::Own) => {
                    format!("`Self` is `{}`", self.show(&ty))
                }
                _ => format!("its type is `{}`", self.show(&ty)),
            };
            let span = words::type_span(facts, *of);
            self.say(text, span.map(|span| self.here(span)));
        }
    }

    /// On which type a name was looked up, and what stands between.
    fn looked_up(&mut self, receiver: ExprIx, wanted: Name, found: &Found) {
        let Some(ty) = self.ty(receiver) else { return };
        let solver = &self.inference.solver;
        let text = format!(
            "so `{wanted}` is looked up on `{}`, the type of `{}`",
            self.show(&ty),
            self.text(receiver)
        );
        self.say(text, None);
        let deref = self.inference.language.get("std::ops::Deref");
        let lookup = Lookup {
            solver,
            language: self.inference.language,
            home: found.home,
            scope: found.site.scope,
        };
        let mut at = ty;
        for _ in 0..10 {
            let is_here = match found.target {
                Target::Field(def, _) => matches!(&at, Ty::Adt(own, _) if *own == def),
                _ => lookup.at_step(&at, wanted).is_some(),
            };
            if is_here {
                break;
            }
            let Some(next) = solver.deref(&at, deref) else {
                return;
            };
            let next = solver.deep(&next);
            if !matches!(at, Ty::Reference(_)) {
                let text = format!(
                    "`{}` has no `{wanted}`, and dereferences to `{}`",
                    self.show(&at),
                    self.show(&next)
                );
                let place = self.deref_place(&at, deref);
                self.say(text, place);
            }
            at = next;
        }
        self.of_trait(&at, found);
    }

    /// The `impl Deref` of a type of the workspace.
    fn deref_place(&self, ty: &Ty, deref: Option<Def>) -> Option<Location> {
        let (_, selected) = self
            .inference
            .solver
            .select(ty, Trait::Known(deref?), &[], 0);
        match selected? {
            Selected::Impl(id, _) => self.impl_place(id),
            Selected::Bound(_) | Selected::Builtin => None,
        }
    }

    /// Why a type has the trait whose method is meant.
    fn of_trait(&mut self, at: &Ty, found: &Found) {
        let Target::Callable(Callable::Trait(def, _)) = found.target else {
            return;
        };
        let program = self.program();
        let mut of = at.clone();
        loop {
            let args: Vec<Ty> = match program.generics_of(def) {
                Some((_, generics)) => generics.parameters.iter().map(|_| Ty::Unknown).collect(),
                None => Vec::new(),
            };
            let (_, selected) = self
                .inference
                .solver
                .select(&of, Trait::Known(def), &args, 0);
            let shown = self.show(&of);
            let wanted = program.name(def);
            match selected {
                Some(Selected::Impl(id, _)) => {
                    let text = format!(
                        "`{shown}` has `{wanted}` by `{}`, which leaves the method as the trait has it",
                        self.impl_text(id)
                    );
                    let place = self.impl_place(id);
                    self.say(text, place);
                    return;
                }
                Some(Selected::Bound(bound)) => {
                    let bound = words::bound(program, &bound);
                    let text = match of {
                        Ty::Dyn(_) | Ty::Opaque(_) => {
                            format!("`{shown}` has `{wanted}`, as it says")
                        }
                        _ => format!("`{shown}` has `{wanted}` by the bound `{shown}: {bound}`"),
                    };
                    self.say(text, None);
                    return;
                }
                Some(Selected::Builtin) | None => match of {
                    Ty::Reference(inner) => of = self.inference.solver.deep(&inner),
                    _ => return,
                },
            }
        }
    }

    fn impl_text(&self, id: u32) -> String {
        let program = self.program();
        let data = &program.impls[id as usize];
        let ty = self.show(&data.self_ty);
        match &data.of_trait {
            Some(bound) => format!("impl {} for {ty}", words::bound(program, bound)),
            None => format!("impl {ty}"),
        }
    }

    fn impl_place(&self, id: u32) -> Option<Location> {
        let program = self.program();
        let data = &program.impls[id as usize];
        if data.home.in_library {
            return None;
        }
        let facts = program.facts(data.home);
        let tree = program.world(false).tree;
        let span = words::type_span(facts, data.facts.self_type)?;
        let file = tree.files[tree.instances[data.home.instance as usize].file].file;
        Some(Location { file, span })
    }

    /// The last step: what is meant, and where it is defined.
    fn end(&mut self, found: &Found) {
        let program = self.program();
        let Some(reference) = reference(program, found) else {
            return;
        };
        let module = program.world(false).tree.module(reference.module).path;
        let item = reference.item;
        let text = match found.target {
            Target::Callable(Callable::Impl(id, _)) => format!(
                "`{item}` is defined in `{}`, in `{module}`",
                self.impl_text(id)
            ),
            Target::Callable(Callable::Trait(def, _)) => format!(
                "`{item}` is defined in the trait `{}`, in `{module}`",
                program.name(def)
            ),
            Target::Callable(Callable::Item(_)) => {
                format!("the function `{item}` is defined in `{module}`")
            }
            Target::Field(def, field) => {
                let fields = program.fields(def);
                let ty = fields.iter().find(|(name, ..)| *name == field);
                let ty = ty.map_or_else(String::new, |(_, ty, _)| {
                    format!(", as `{}`", self.show(ty))
                });
                format!("the field `{item}` is declared in `{module}`{ty}")
            }
            Target::Derived(def, member) => format!(
                "`{member}` comes from a derive on `{}`, in `{module}`",
                program.name(def)
            ),
            Target::Item(_) => format!("the variant `{item}` is defined in `{module}`"),
        };
        let step = TrailStep::at(reference.location, text);
        self.steps.push(step);
    }

    /// Where the type of an expression comes from.
    fn expression(&mut self, of: ExprIx) {
        if self.steps.len() >= STEPS {
            return;
        }
        let Some(data) = self.data(of) else { return };
        match data {
            Expr::Local(local) => self.local(*local),
            Expr::Path(path) => self.value(of, path),
            Expr::Call {
                function,
                arguments,
            } => self.call(of, *function, arguments),
            Expr::MethodCall { receiver, site, .. } => {
                self.expression(*receiver);
                self.method(of, *receiver, site.span);
            }
            Expr::Field {
                of: inner, name, ..
            } => {
                self.expression(*inner);
                self.field(*inner, *name, of);
            }
            Expr::Reference(inner) | Expr::Unary(inner) => self.expression(*inner),
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

    fn expansion(&self, call: u32) -> Option<Home> {
        let instance = *self.program().expansions(self.home, call).first()?;
        Some(Home {
            instance,
            ..self.home
        })
    }

    /// What a macro call writes.
    fn expanded(&mut self, call: u32) {
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
    fn gives(&mut self, of: ExprIx, what: &str, span: Option<Span>) {
        if let Some(ty) = self.ty(of) {
            let text = format!("{what} `{}`", self.show(&ty));
            let place = span.map(|span| self.here(span));
            self.say(text, place);
        }
    }

    /// `inner?`, `inner.await`, `*inner`, `inner[…]`.
    fn applied(&mut self, of: ExprIx, inner: ExprIx, what: &str) {
        self.expression(inner);
        if let (Some(ty), Some(whole)) = (self.ty(of), self.ty(inner)) {
            let text = format!("{what} `{}` out of `{}`", self.show(&ty), self.show(&whole));
            self.say(text, None);
        }
    }

    fn path_span(&self, path: &ValuePath) -> Option<Span> {
        let facts = self.facts();
        match path {
            ValuePath::Named { path, .. } => Some(facts.paths[*path as usize].span),
            ValuePath::Associated { site, .. } => Some(site.span),
            ValuePath::Type(ty) => words::type_span(facts, *ty),
        }
    }

    /// A constant, a static, or something that is a value by its name.
    fn value(&mut self, of: ExprIx, path: &ValuePath) {
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
                    let text = format!("{word} `{text}` is a `{}`", self.show(&ty));
                    self.say(text, Some(location));
                }
            }
            _ => self.gives(of, &format!("`{text}` is"), span),
        }
    }

    fn call(&mut self, of: ExprIx, function: ExprIx, arguments: &[ExprIx]) {
        let Some(callable) = self.callable(function) else {
            let is_path = matches!(self.data(function), Some(Expr::Path(_)));
            self.generic_arguments(of, arguments);
            if is_path {
                let span = match self.data(function) {
                    Some(Expr::Path(path)) => self.path_span(path),
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
    fn generic_arguments(&mut self, of: ExprIx, arguments: &[ExprIx]) {
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

    fn method(&mut self, of: ExprIx, receiver: ExprIx, span: Span) {
        match self.callable(of) {
            Some(callable) => self.result(callable, of),
            None => {
                let _ = receiver;
                self.gives(of, &format!("`{}` gives", self.text(of)), Some(span));
            }
        }
    }

    /// `f` gives its result.
    fn result(&mut self, callable: Callable, of: ExprIx) {
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
    fn found_out_later(&mut self, of: ExprIx) {
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

    fn field(&mut self, inner: ExprIx, name: Name, of: ExprIx) {
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
                    let text = format!("the field `{owner}.{name}` is a `{declared}`{here}");
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
            match self.inference.solver.deref(&at, deref) {
                Some(next) => at = self.inference.solver.deep(&next),
                None => return,
            }
        }
    }

    /// Where a local comes from.
    fn local(&mut self, local: LocalIx) {
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
        let is_plain = matches!(
            facts.code.patterns.get(binding.pattern as usize),
            Some(Pattern::Bind { sub: None, .. })
        );
        let by = if is_plain {
            String::new()
        } else {
            format!(" by `{}`", words::pattern(facts, binding.pattern))
        };
        match binding.source {
            Source::Parameter(at) => self.parameter(name, at, &by, place),
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
            Source::Closure(ty, call) => self.closure_parameter(name, &by, ty, call, place),
        }
    }

    fn bound_to(
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
        let is_plain = matches!(
            facts.code.patterns.get(binding.pattern as usize),
            Some(Pattern::Bind { sub: None, .. })
        );
        let is_part = !is_plain || matches!(binding.source, Source::For(_));
        if is_part && let Some(ty) = self.inference.locals.get(&(self.home.instance, local)) {
            let ty = self.inference.solver.deep(ty);
            let name = facts.code.locals[local as usize].name;
            let text = format!("so `{name}` is a `{}`", self.show(&ty));
            self.say(text, None);
        }
    }

    fn written(&self, ty: TypeIx) -> String {
        let program = self.program();
        let own = self.inference.self_ty.as_ref();
        self.show(&program.lower(self.home, own).ty(ty))
    }

    fn parameter(&mut self, name: Name, at: usize, by: &str, place: Option<Location>) {
        let facts = self.program().facts(self.body_home);
        let (owner, span) = self.owner();
        let here = span.map(|span| self.here(span));
        if name == "self" && at == 0 {
            if let Some(own) = &self.inference.self_ty {
                let text = format!("`self` is `{}`{owner}", self.show(own));
                let impl_place = match self.body.owner {
                    Owner::ImplMember(index, _) => {
                        words::type_span(facts, facts.impls[index as usize].self_type)
                    }
                    _ => None,
                };
                let place = impl_place.map(|span| self.here(span)).or(here);
                self.say(text, place);
            } else {
                self.say(format!("`self` is any `Self`{owner}"), here);
            }
            return;
        }
        let ty = self.parameter_type(at).map(|ty| self.written(ty));
        let ty = ty.map_or_else(String::new, |ty| format!(", with the type `{ty}`"));
        let text = format!("`{name}` is a parameter{by}{owner}{ty}");
        self.say(text, place.or(here));
    }

    /// ` of …`, and where the name of the function stands.
    fn owner(&self) -> (String, Option<Span>) {
        let facts = self.program().facts(self.body_home);
        match self.body.owner {
            Owner::Item(item) => {
                let item = &facts.items[item as usize];
                (format!(" of `fn {}`", item.name), Some(item.span))
            }
            Owner::ImplMember(index, member) => {
                let member = &facts.impls[index as usize].members[member as usize];
                let own = self.inference.self_ty.as_ref();
                let of = own.map_or_else(String::new, |ty| format!(" of `impl {}`", self.show(ty)));
                (format!(" in `fn {}`{of}", member.name), Some(member.span))
            }
            Owner::TraitMember(item, member) => {
                let item = &facts.items[item as usize];
                let member = &item.members[member as usize];
                let text = format!(" in `fn {}` of the trait `{}`", member.name, item.name);
                (text, Some(member.span))
            }
            Owner::Nobody => (String::new(), None),
        }
    }

    fn parameter_type(&self, at: usize) -> Option<TypeIx> {
        let facts = self.program().facts(self.body_home);
        let signature = match self.body.owner {
            Owner::Item(item) => match &facts.items[item as usize].code {
                ItemCode::Function(signature) => signature,
                _ => return None,
            },
            Owner::ImplMember(index, member) => {
                match &facts.impls[index as usize].members[member as usize].code {
                    MemberCode::Function(signature) => signature,
                    _ => return None,
                }
            }
            Owner::TraitMember(item, member) => {
                match &facts.items[item as usize].members[member as usize].code {
                    MemberCode::Function(signature) => signature,
                    _ => return None,
                }
            }
            Owner::Nobody => return None,
        };
        let at = at.checked_sub(usize::from(signature.receiver.is_some()))?;
        signature.parameters.get(at).copied()
    }

    fn closure_parameter(
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
                self.expression(*receiver);
                self.callable(call)
            }
            Some(Expr::Call { function, .. }) => self.callable(*function),
            _ => None,
        };
        if let Some(callable) = callable {
            self.asked_of_closure(callable);
        }
    }

    /// What a function asks of a closure that it takes.
    fn asked_of_closure(&mut self, callable: Callable) {
        let program = self.program();
        let Some(signature) = program.signature(callable) else {
            return;
        };
        let bounds = signature.generics.bounds.iter();
        let is_callable =
            |bound: &&super::types::Bound| self.inference.is_callable_trait(bound.of_trait);
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
