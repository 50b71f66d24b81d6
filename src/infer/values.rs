//! Paths where values stand: functions, constructors, constants, associated items.
//!
//! In: an inference. Out: the types of what paths name.
//! *Invariant:* a path that leads out of what is known has no type.

use super::body::Inference;
use super::definitions::{Callable, Meaning};
use super::found::{Found, Target};
use super::methods::Lookup;
use super::types::{Args, Def, SELF, Shared, Substitution, Trait, Ty};
use crate::base::{Name, ReferenceKind};
use crate::facts::ItemKind;
use crate::facts::code::{Arguments, Associated, ExprIx, LocalIx, Site, ValuePath};
use crate::resolve::{TYPES, VALUES};

/// The fields of a struct or variant, and what stands for its parameters.
type Declared<'p> = (&'p [super::definitions::Field], Substitution);

impl<'p> Inference<'p, '_> {
    pub(super) fn value_path(&mut self, path: &ValuePath) -> Ty {
        match path {
            ValuePath::Named { path, arguments } => self.named_value(*path, arguments),
            ValuePath::Associated(it) => {
                let Associated {
                    of,
                    of_trait,
                    name,
                    arguments,
                    site,
                } = &**it;
                let of = self.written(*of);
                match of_trait {
                    Some(bound) => match self.lower().bound(bound).map(|it| it.of_trait) {
                        Some(Trait::Known(def)) => {
                            self.trait_value(def, &of, *name, arguments, *site)
                        }
                        _ => Ty::Unknown,
                    },
                    None => self.associated_value(&of, *name, arguments, Some(*site)),
                }
            }
            ValuePath::Type(ty) => match self.written(*ty) {
                Ty::Adt(def, args) => self.constructor(def, def, &args),
                _ => Ty::Unknown,
            },
        }
    }

    pub(super) fn named_value(&mut self, path: u32, arguments: &[(u32, Arguments)]) -> Ty {
        let program = self.solver.program;
        let none = Arguments::default();
        for (_, arguments) in arguments {
            self.names_in_arguments(arguments);
        }
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
                    return self.trait_value(def, &of, last, of_segment(0), site);
                }
                Meaning::Def(def) => {
                    let of = self.lowered(|lower| lower.named(def, of_segment(1)));
                    let of = self.normal(&of);
                    return self.associated_value(&of, last, of_segment(0), Some(site));
                }
                Meaning::Foreign(of) => {
                    // A module rather than a type has what the whole path leads to.
                    if let Meaning::Def(def) = program.resolve(self.home, path, 0, VALUES) {
                        return self.item_value(def, of_segment(0), of_segment(1));
                    }
                    let of = match super::program::primitive(&of) {
                        Some(primitive) => Ty::Primitive(primitive),
                        None => Ty::Foreign(of, Shared::default()),
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

    pub(super) fn item_value(
        &mut self,
        def: Def,
        arguments: &Arguments,
        of_owner: &Arguments,
    ) -> Ty {
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
    pub(super) fn function(
        &mut self,
        callable: Callable,
        with: Substitution,
        arguments: &Arguments,
    ) -> Ty {
        let Some(signature) = self.solver.program.signature(callable) else {
            return Ty::Unknown;
        };
        if let Some(recorder) = &self.solver.recorder {
            recorder.function(callable);
        }
        let own: Vec<Ty> = arguments.types.iter().map(|ty| self.written(*ty)).collect();
        let (receiver, parameters, result) = self.instantiate(signature, with, &own);
        let receiver = receiver.map(|ty| self.normal(&ty));
        let parts = receiver.into_iter().chain(parameters).chain([result]);
        Ty::Function(parts.collect())
    }

    /// A struct or variant as a value: itself where it has no fields, a function otherwise.
    pub(super) fn constructor(&mut self, adt: Def, of: Def, args: &Args) -> Ty {
        let fields = self.solver.program.fields(of);
        let whole = Ty::Adt(adt, args.clone());
        if fields.is_empty() {
            return whole;
        }
        let with = self.solver.trait_substitution(adt, args);
        let mut parts: Vec<Ty> = Vec::with_capacity(fields.len() + 1);
        for (_, ty, _) in fields {
            let ty = ty.substitute(&with);
            parts.push(self.normal(&ty));
        }
        parts.push(whole);
        Ty::Function(parts.into())
    }

    /// `of::wanted`: a variant, or an associated item of an `impl` or of a trait that the type has.
    pub(super) fn associated_value(
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
                    home: self.home,
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
            of_trait: self.of_trait.as_ref().map(|it| it.of_trait),
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

    pub(super) fn variant(&self, adt: Def, wanted: Name) -> Option<Def> {
        if self.solver.program.kind(adt) != ItemKind::Enum {
            return None;
        }
        self.solver.program.variant(adt, wanted)
    }

    /// `<of as Trait>::wanted`.
    pub(super) fn trait_value(
        &mut self,
        def: Def,
        of: &Ty,
        wanted: Name,
        arguments: &Arguments,
        site: Site,
    ) -> Ty {
        let Some((member, _)) = self.solver.program.trait_member(def, wanted) else {
            return Ty::Unknown;
        };
        let mut with = Substitution::default();
        let mut args: Vec<Ty> = Vec::new();
        if let Some((_, generics)) = self.solver.program.generics_of(def) {
            for parameter in &generics.parameters {
                let fresh = self.solver.fresh();
                with.insert(parameter.name, fresh.clone());
                args.push(fresh);
            }
        }
        self.emit_named(site, of.clone(), def, args.into(), member);
        with.insert(*SELF, of.clone());
        self.function(Callable::Trait(def, member), with, arguments)
    }

    pub(super) fn struct_literal(
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
                        home: self.home,
                        site: *site,
                        kind: ReferenceKind::Field,
                        target: Target::Field(of, *field),
                    });
                }
            }
        }
        if let Some(rest) = rest {
            let rest = self.expr(rest);
            self.coerce(&rest, &whole);
        }
        whole
    }

    /// The fields of a struct or variant, and what stands for its parameters.
    pub(super) fn declared_fields(&self, whole: &Ty, of: Option<Def>) -> Declared<'p> {
        match (whole, of) {
            (Ty::Adt(adt, args), Some(of)) => {
                let fields = self.solver.program.fields(of);
                (fields, self.solver.trait_substitution(*adt, args))
            }
            _ => (&[], Substitution::default()),
        }
    }

    /// The type that a path in a literal or pattern builds, and the struct or variant that it names.
    pub(super) fn struct_path(&mut self, path: Option<&ValuePath>) -> (Ty, Option<Def>) {
        let nothing = (Ty::Unknown, None);
        match path {
            Some(ValuePath::Named { path, arguments }) => {
                let none = Arguments::default();
                for (_, arguments) in arguments {
                    self.names_in_arguments(arguments);
                }
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
            Some(ValuePath::Associated(it)) => match self.written(it.of) {
                Ty::Adt(def, args) => match self.variant(def, it.name) {
                    Some(variant) => {
                        self.found.push(Found {
                            home: self.home,
                            site: it.site,
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
        let ty = ty.bounded();
        self.locals.insert((self.home.instance, local), ty);
    }

    pub(super) fn unify(&mut self, a: &Ty, b: &Ty) {
        self.solver.unify(a, b);
    }

    pub(super) fn normalized(&mut self, ty: &Ty) -> Ty {
        self.normal(ty)
    }
}
