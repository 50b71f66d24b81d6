//! Written types → the associated types that they name: `T::Item`, `Self::Error`, `Iterator<Item = T>`
//! (<https://doc.rust-lang.org/reference/paths.html#paths-in-types>).
//!
//! In: what a file says about types. Out: for each such name, the trait's member that it means.
//! *Invariant:* a name leads to a trait only by a bound that holds where it stands.

use super::body::Inference;
use super::definitions::{Callable, Home};
use super::found::{Found, Target};
use super::program::Program;
use super::solve::Solver;
use super::types::{Bound, SELF, Trait, Ty};
use crate::base::{Name, ReferenceKind, number};
use crate::facts::FileFacts;
use crate::facts::code::{
    self, Arguments, Field, Generics, ItemCode, MemberCode, Signature, Site, Type, TypeIx,
};

/// The associated types that the heads of all definitions of a file name.
pub(super) fn of_definitions(program: &Program<'_>, home: Home) -> Vec<Found> {
    let facts = program.facts(home);
    if !facts.code.names_associated {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (def, item) in program.items_of(home) {
        let own = program.own_type(def);
        let mut written = Written::new(program, home, Vec::new(), Some(own));
        if let ItemCode::Trait { .. } = &item.code {
            written
                .solver
                .env
                .push((Ty::Param(*SELF), program.own_bound(def)));
            written.self_ty = None;
        }
        written.item(&item.code);
        for member in &item.members {
            written.member(&member.code);
        }
        found.append(&mut written.found);
    }
    for (at, facts) in facts.impls.iter().enumerate() {
        let Some(id) = program.impl_at(home, number(at)) else {
            continue;
        };
        let data = &program.impls[id as usize];
        let self_ty = Some(data.self_ty.clone());
        let mut written = Written::new(program, home, data.generics.bounds.clone(), self_ty);
        written.of_trait.clone_from(&data.of_trait);
        if !facts.is_continued {
            written.ty(facts.self_type);
            if let Some(bound) = &facts.of_trait {
                written.bound(bound);
            }
            written.generics(&facts.generics);
        }
        for member in &facts.members {
            written.member(&member.code);
        }
        found.append(&mut written.found);
    }
    found
}

impl Inference<'_, '_> {
    /// Records the associated types that a written type names.
    pub(super) fn names_in(&mut self, ty: TypeIx) {
        if !self.named_types.insert((self.home.instance, ty)) {
            return;
        }
        let self_ty = self.self_ty.as_ref();
        let of_trait = self.of_trait.as_ref();
        let found = of_type(&self.solver, self.home, self_ty, of_trait, ty);
        self.found.extend(found);
    }

    pub(super) fn names_in_arguments(&mut self, arguments: &Arguments) {
        for ty in &arguments.types {
            self.names_in(*ty);
        }
        for binding in &arguments.bindings {
            self.names_in(binding.ty);
        }
    }
}

/// The associated types that a type written in a body names.
fn of_type(
    solver: &Solver<'_, '_>,
    home: Home,
    self_ty: Option<&Ty>,
    of_trait: Option<&Bound>,
    ty: TypeIx,
) -> Vec<Found> {
    let code = &solver.program.facts(home).code;
    match code.types.get(ty as usize) {
        None | Some(Type::Infer | Type::Own | Type::Parameter(_) | Type::Unknown) => Vec::new(),
        Some(_) => {
            let env = solver.env.iter();
            let env = env.map(|(of, bound)| {
                let settled = |it: &Ty| solver.settled(it);
                (settled(of), bound.map(&|it| Some(settled(it))))
            });
            let env = env.collect();
            let mut written = Written::new(solver.program, home, env, self_ty.cloned());
            written.of_trait = of_trait.cloned();
            written.ty(ty);
            written.found
        }
    }
}

struct Written<'p, 'w> {
    solver: Solver<'p, 'w>,
    home: Home,
    facts: &'w FileFacts,
    self_ty: Option<Ty>,
    /// The trait of the `impl` around.
    of_trait: Option<Bound>,
    found: Vec<Found>,
}

impl<'p, 'w> Written<'p, 'w> {
    fn new(
        program: &'p Program<'w>,
        home: Home,
        env: Vec<(Ty, Bound)>,
        self_ty: Option<Ty>,
    ) -> Self {
        Self {
            solver: Solver::new(program, env),
            home,
            facts: program.facts(home),
            self_ty,
            of_trait: None,
            found: Vec::new(),
        }
    }

    fn lowered(&self, ty: TypeIx) -> Ty {
        let program = self.solver.program;
        program.lower(self.home, self.self_ty.as_ref()).ty(ty)
    }

    fn item(&mut self, item: &ItemCode) {
        match item {
            ItemCode::None => {}
            ItemCode::Fields { generics, fields } => {
                self.generics(generics);
                self.fields(fields);
            }
            ItemCode::Enum(generics) => self.generics(generics),
            ItemCode::Function(signature) => self.signature(signature),
            ItemCode::Trait {
                generics,
                supertraits,
            } => {
                self.generics(generics);
                for bound in supertraits {
                    self.bound(bound);
                }
            }
            ItemCode::Alias { generics, ty } => {
                self.generics(generics);
                self.ty(*ty);
            }
            ItemCode::Value(ty) => self.ty(*ty),
        }
    }

    fn member(&mut self, member: &MemberCode) {
        match member {
            MemberCode::None => {}
            MemberCode::Variant(fields) => self.fields(fields),
            MemberCode::Function(signature) => {
                let around = self.solver.env.len();
                self.signature(signature);
                self.solver.env.truncate(around);
            }
            MemberCode::Type(bounds, ty) => {
                for bound in bounds {
                    self.bound(bound);
                }
                if let Some(ty) = ty {
                    self.ty(*ty);
                }
            }
            MemberCode::Value(ty) => self.ty(*ty),
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            self.ty(field.ty);
        }
    }

    fn signature(&mut self, signature: &Signature) {
        self.generics(&signature.generics);
        for ty in signature.receiver.iter().chain(&signature.parameters) {
            self.ty(*ty);
        }
        self.ty(signature.result);
    }

    /// Generic parameters; their bounds hold from here on.
    fn generics(&mut self, generics: &Generics) {
        let program = self.solver.program;
        let lower = program.lower(self.home, self.self_ty.as_ref());
        let bounds = lower.generics(generics).bounds;
        let around = self.solver.env.len();
        self.solver.env.extend(bounds);
        self.solver.normalize_env(around);
        for (ty, bounds) in &generics.predicates {
            self.ty(*ty);
            for bound in bounds {
                self.bound(bound);
            }
        }
        for parameter in &generics.parameters {
            if let Some(default) = parameter.default {
                self.ty(default);
            }
        }
    }

    fn ty(&mut self, ty: TypeIx) {
        let facts = self.facts;
        let Some(written) = facts.code.types.get(ty as usize) else {
            return;
        };
        match written {
            Type::Unknown | Type::Infer | Type::Never | Type::Own | Type::Parameter(_) => {}
            Type::Path { arguments, .. } => self.arguments(arguments),
            Type::Associated {
                of,
                of_trait,
                name,
                site,
            } => {
                self.ty(*of);
                if let Some(bound) = of_trait {
                    self.arguments(&bound.arguments);
                }
                if let Some(site) = site {
                    self.associated(*of, *name, *site);
                }
            }
            Type::Reference(_, of) | Type::Pointer(of) | Type::Slice(of) | Type::Array(of) => {
                self.ty(*of);
            }
            Type::Tuple(parts) => {
                for part in parts {
                    self.ty(*part);
                }
            }
            Type::Function { parameters, result } => {
                for part in parameters.iter().chain([result]) {
                    self.ty(*part);
                }
            }
            Type::Impl(bounds) | Type::Dyn(bounds) => {
                for bound in bounds {
                    self.bound(bound);
                }
            }
        }
    }

    fn arguments(&mut self, arguments: &Arguments) {
        for ty in &arguments.types {
            self.ty(*ty);
        }
        for binding in &arguments.bindings {
            self.ty(binding.ty);
        }
    }

    fn bound(&mut self, bound: &code::Bound) {
        self.arguments(&bound.arguments);
        if bound.arguments.bindings.iter().all(|it| it.site.is_none()) {
            return;
        }
        let program = self.solver.program;
        let lower = program.lower(self.home, self.self_ty.as_ref());
        let Some(of_trait) = lower.bound(bound) else {
            return;
        };
        for binding in &bound.arguments.bindings {
            if let Some(site) = binding.site {
                let member = self.member_of(&of_trait, binding.name);
                self.emit(member, site);
            }
        }
    }

    /// A trait's member, or that of a supertrait.
    fn member_of(&self, of_trait: &Bound, wanted: Name) -> Option<Callable> {
        let alone = Ty::Opaque([of_trait.clone()].into());
        let bound = self.solver.trait_with(&alone, wanted)?;
        let Trait::Known(def) = bound.of_trait else {
            return None;
        };
        let (member, _) = self.solver.program.trait_member(def, wanted)?;
        Some(Callable::Trait(def, member))
    }

    /// `of::wanted`.
    fn associated(&mut self, of: TypeIx, wanted: Name, site: Site) {
        let is_own = matches!(self.facts.code.types.get(of as usize), Some(Type::Own));
        let member = match &self.of_trait {
            Some(of_trait) if is_own => self.member_of(of_trait, wanted),
            _ => {
                let of = self.solver.normalize(&self.lowered(of), 0);
                self.solver.trait_with(&of, wanted).and_then(|bound| {
                    let Trait::Known(def) = bound.of_trait else {
                        return None;
                    };
                    let (member, _) = self.solver.program.trait_member(def, wanted)?;
                    Some(Callable::Trait(def, member))
                })
            }
        };
        self.emit(member, site);
    }

    fn emit(&mut self, member: Option<Callable>, site: Site) {
        if let Some(member) = member {
            self.found.push(Found {
                home: self.home,
                site,
                kind: ReferenceKind::Type,
                target: Target::Callable(member),
            });
        }
    }
}
