//! How the type was inferred that a method, a field or an associated item belongs to.
//!
//! In: the references to explain. Out: for each its [`Trail`]: where the types come from, then the `impl` or trait.
//! *Invariant:* tells what a second walk of the same body gave; where that gives something else, nothing is told.

mod access;
mod bindings;
mod locals;
mod values;
mod words;
mod written;

use std::cell::RefCell;
use std::rc::Rc;

use super::Signatures;
use super::body::Inference;
use super::definitions::{Callable, Home};
use super::found::{Found, Target};
use super::language::Language;
use super::open::Open;
use super::origin::{Key, Recorder};
use super::program::Program;
use super::types::Ty;
use super::written::of_definitions as definitions;
use super::{reference, walked};
use crate::base::{Location, Map, Name, ReferenceKind, Set, Span, Trail, TrailStep, join, number};
use crate::facts::FileFacts;
use crate::facts::code::{Body, BodyCode, Expr, ExprIx, LocalIx};
use crate::resolve::{self, Asked, World};
use bindings::{Binding, Bindings};

/// A trail ends after so many steps about types.
const STEPS: usize = 24;

/// The way of each reference that types led to; empty where it cannot be gone again.
#[must_use]
pub(crate) fn trails(world: &World<'_>, signatures: Signatures, asked: &[&Asked]) -> Vec<Trail> {
    let mut trails = vec![Trail::new(); asked.len()];
    if asked.is_empty() {
        return trails;
    }
    let program = Program::new(world, signatures.0);
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
        let of_types = definitions(&program, home);
        open.retain(|&at| {
            let found = of_types.iter().find(|it| is_it(&program, it, asked[at]));
            let trail = found.and_then(|found| written::trail(&program, found, asked[at]));
            trails[at] = trail.unwrap_or_default();
            trails[at].is_empty()
        });
        let opened = Open::default();
        for body in program.bodies_of(home) {
            let recorder = Some(Recorder::default());
            let Some(inference) = walked(&program, &language, (home, &opened), body, recorder)
            else {
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
    let program = inference.solver.program;
    let mut all = inference.found.iter();
    let found = all.find(|found| is_it(program, found, asked))?;
    if found.kind == ReferenceKind::Type {
        return written::trail(program, found, asked);
    }
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

/// Whether what was found is what is asked for.
fn is_it(program: &Program<'_>, found: &Found, asked: &Asked) -> bool {
    let is_there = found.site.span == asked.location.span
        && found.kind == asked.kind
        && found.site.via_macro == asked.via_macro;
    let Some(reference) = reference(program, found).filter(|_| is_there) else {
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
    pub(super) fn program(&self) -> &'p Program<'w> {
        self.inference.solver.program
    }

    pub(super) fn world(&self) -> &'w World<'w> {
        self.program().world(false)
    }

    pub(super) fn facts(&self) -> &'w FileFacts {
        self.program().facts(self.home)
    }

    pub(super) fn key(&self, expression: ExprIx) -> Key {
        (self.home.instance, expression)
    }

    /// What the bodies say where the expression is written.
    pub(super) fn code(&self) -> Rc<BodyCode> {
        self.inference.open.of(self.program(), self.home)
    }

    pub(super) fn data(&self, expression: ExprIx) -> Option<Expr> {
        self.code().expressions.get(expression as usize).cloned()
    }

    pub(super) fn binding(&self, local: LocalIx) -> Option<Binding> {
        let mut cache = self.bindings.borrow_mut();
        let known = cache.entry(self.home.instance);
        let bindings = known.or_insert_with(|| Rc::new(Bindings::of(self.facts(), &self.code())));
        bindings.get(local)
    }

    pub(super) fn ty(&self, expression: ExprIx) -> Option<Ty> {
        let recorder = self.inference.solver.recorder.as_ref()?;
        let ty = recorder.type_of(self.key(expression))?;
        Some(self.inference.solver.deep(&ty))
    }

    pub(super) fn callable(&self, expression: ExprIx) -> Option<Callable> {
        let recorder = self.inference.solver.recorder.as_ref()?;
        recorder.callable_of(self.key(expression))
    }

    pub(super) fn show(&self, ty: &Ty) -> String {
        words::ty(self.program(), ty)
    }

    pub(super) fn text(&self, expression: ExprIx) -> String {
        words::expression((self.facts(), &self.code()), expression)
    }

    pub(super) fn here(&self, span: Span) -> Location {
        let tree = self.world().tree;
        Location {
            file: tree.files[tree.instances[self.home.instance as usize].file].file,
            span,
        }
    }

    pub(super) fn say(&mut self, text: String, location: Option<Location>) {
        let step = TrailStep { text, location };
        // A value that is used twice in one expression is told once.
        if self.steps.len() < STEPS && !self.steps.contains(&step) {
            self.steps.push(step);
        }
    }

    /// The whole trail of a reference.
    pub(super) fn found(&mut self, found: &Found, asked: &Asked) {
        self.steps = resolve::macro_steps(self.world(), self.home.instance as usize);
        let importer = self.world().tree.module(asked.importer).path;
        let by_macro = if asked.via_macro {
            ", by the definition of a macro"
        } else {
            ""
        };
        let place = Some(asked.location);
        let receiver = self.receiver(found);
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
            None => self.path(found, importer, by_macro),
        }
        self.end(found);
    }

    pub(super) fn name_of(&self, found: &Found) -> Name {
        match found.target {
            Target::Field(_, name) | Target::Derived(_, name) => name,
            Target::Item(def) => self.program().name(def),
            Target::Callable(callable) => self.member_name(callable),
        }
    }

    pub(super) fn member_name(&self, callable: Callable) -> Name {
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

    /// The last step: what is meant, and where it is defined.
    pub(super) fn end(&mut self, found: &Found) {
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
}
