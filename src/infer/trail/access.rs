//! From the type of a receiver to the definition: what it dereferences to, the `impl` or the bound that has the name.
//!
//! In: what was found, and the type that it was found on. Out: steps.
//! *Invariant:* looks where inference looks, in the same order.

use super::locals::has_the_type;
use super::{Tell, words};
use crate::base::{Location, Name, ReferenceKind, TrailStep};
use crate::facts::code::{Expr, ExprIx, ItemCode, Owner, Pattern, Type, ValuePath};
use crate::infer::definitions::{Callable, Meaning};
use crate::infer::found::{Found, Target};
use crate::infer::methods::Lookup;
use crate::infer::select::Selected;
use crate::infer::types::{Def, Trait, Ty};
use crate::resolve::TYPES;

impl Tell<'_, '_, '_> {
    /// The access or call that was found: it, its receiver, and the name. What one macro call writes stands at one
    /// place, so the place alone does not tell it.
    pub(super) fn receiver(&self, found: &Found) -> Option<(ExprIx, ExprIx, Name)> {
        let wanted = self.name_of(found);
        let means = |at: ExprIx| match (found.target, self.callable(at)) {
            (Target::Callable(Callable::Impl(..)), Some(callable @ Callable::Impl(..))) => {
                matches!(found.target, Target::Callable(own) if own == callable)
            }
            (Target::Callable(_) | Target::Derived(..), callable) => callable.is_some(),
            (Target::Field(..) | Target::Item(_), _) => true,
        };
        let code = self.code();
        let expressions = (0..).zip(&code.expressions);
        let mut candidates = expressions.filter_map(|(at, it)| match it {
            Expr::MethodCall {
                receiver,
                name,
                site,
                ..
            } if found.kind == ReferenceKind::Method && *site == found.site => {
                (*name == wanted && means(at)).then_some((at, *receiver, *name))
            }
            Expr::Field { of, name, site }
                if found.kind == ReferenceKind::Field && *site == found.site =>
            {
                let is_it = *name == wanted && self.has_field(*of, found.target);
                is_it.then_some((at, *of, *name))
            }
            _ => None,
        });
        candidates.next()
    }

    /// Whether a field of the value is the one that is meant.
    pub(super) fn has_field(&self, value: ExprIx, target: Target) -> bool {
        let Target::Field(def, _) = target else {
            return false;
        };
        let deref = self.inference.language.get("std::ops::Deref");
        let mut next = self.ty(value);
        for _ in 0..10 {
            match next {
                Some(Ty::Adt(own, _)) if own == def => return true,
                Some(ty) => {
                    let solver = &self.inference.solver;
                    next = solver.deref(&ty, deref).map(|it| solver.deep(&it));
                }
                None => return false,
            }
        }
        false
    }

    /// `Type::item`, whose type is written but whose item only the type tells.
    pub(super) fn path(&mut self, found: &Found, importer: Name, by_macro: &str) {
        let facts = self.facts();
        let wanted = self.name_of(found);
        let is_it = |path: &ValuePath| match path {
            ValuePath::Named { path, .. } => {
                let path = &facts.paths[*path as usize];
                let last = facts.segments(path.path).last();
                path.span == found.site.span && last == Some(&wanted)
            }
            ValuePath::Associated(it) => it.site == found.site && it.name == wanted,
            ValuePath::Type(_) => false,
        };
        let code = self.code();
        let in_expressions = code.expressions.iter().filter_map(|it| match it {
            Expr::Path(path) => Some(path),
            Expr::Struct { path, .. } => path.as_ref(),
            _ => None,
        });
        let in_patterns = code.patterns.iter().filter_map(|it| match it {
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
        if let Some(ValuePath::Associated(it)) = written {
            let program = self.program();
            let own = self.inference.self_ty.as_ref();
            let ty = program.lower(self.home, own).ty(it.of);
            let text = match facts.code.types.get(it.of as usize) {
                Some(Type::Own) => {
                    format!("`Self` is `{}`", self.show(&ty))
                }
                _ => format!("its type is `{}`", self.show(&ty)),
            };
            let span = words::type_span(facts, it.of);
            self.say(text, span.map(|span| self.here(span)));
        }
    }

    /// On which type a name was looked up, and what stands between.
    pub(super) fn looked_up(&mut self, receiver: ExprIx, wanted: Name, found: &Found) {
        let Some(ty) = self.ty(receiver) else { return };
        let solver = &self.inference.solver;
        let (shown, receiver) = (self.show(&ty), self.text(receiver));
        // What was just said of a local is not said again.
        let is_said = |step: &mut TrailStep| step.text == has_the_type(&receiver, &shown);
        self.steps.pop_if(is_said);
        let text = format!("so `{wanted}` is looked up on `{shown}`, the type of `{receiver}`");
        self.say(text, None);
        let deref = self.inference.language.get("std::ops::Deref");
        let lookup = Lookup {
            solver,
            language: self.inference.language,
            home: found.home,
            scope: found.site.scope,
            of_trait: self.inference.of_trait.as_ref().map(|it| it.of_trait),
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
            if !matches!(at, Ty::Reference(..)) {
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
    pub(super) fn deref_place(&self, ty: &Ty, deref: Option<Def>) -> Option<Location> {
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
    pub(super) fn of_trait(&mut self, at: &Ty, found: &Found) {
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
                    let place = self.bound_place(&of, def);
                    self.say(text, place);
                    return;
                }
                Some(Selected::Builtin) | None => match of {
                    Ty::Reference(_, inner) => of = self.inference.solver.deep(&inner),
                    _ => return,
                },
            }
        }
    }

    /// Where a bound is written that gives a type this trait, in the head of the body's function or around it.
    pub(super) fn bound_place(&self, of: &Ty, of_trait: Def) -> Option<Location> {
        let program = self.program();
        let facts = program.facts(self.body_home);
        let own = self.signature().map(|signature| &signature.generics);
        let around = match self.body.owner {
            Owner::ImplMember(index, _) => Some(&facts.impls[index as usize].generics),
            Owner::TraitMember(item, _) => match &facts.items[item as usize].code {
                ItemCode::Trait { generics, .. } => Some(generics),
                _ => None,
            },
            Owner::Item(_) | Owner::Nobody => None,
        };
        let lower = program.lower(self.body_home, self.inference.self_ty.as_ref());
        let predicates = own.into_iter().chain(around).flat_map(|it| &it.predicates);
        let of_type = predicates.filter(|(ty, _)| lower.ty(*ty) == *of);
        let mut bounds = of_type.flat_map(|(_, bounds)| bounds);
        let bound = bounds.find(|bound| {
            let named = program.resolve(self.body_home, bound.path, 0, TYPES);
            named == Meaning::Def(of_trait)
        })?;
        let tree = program.world(false).tree;
        Some(Location {
            file: tree.files[tree.instances[self.body_home.instance as usize].file].file,
            span: facts.paths[bound.path as usize].span,
        })
    }

    pub(super) fn impl_text(&self, id: u32) -> String {
        let program = self.program();
        let data = &program.impls[id as usize];
        let ty = self.show(&data.self_ty);
        match &data.of_trait {
            Some(bound) => format!("impl {} for {ty}", words::bound(program, bound)),
            None => format!("impl {ty}"),
        }
    }

    pub(super) fn impl_place(&self, id: u32) -> Option<Location> {
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
}
