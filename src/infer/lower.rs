//! Written types → types, where they are written.
//!
//! In: what a file says about types, and the program. Out: types, bounds, generics, signatures.
//! *Invariant:* what is left out is its default, what stands for the unknown, or unknown.

use std::sync::Arc;

use super::definitions::{Generics, Home, Meaning, Signature};
use super::program::{Program, primitive, substitution};
use super::types::{Borrow, Bound, Def, Projection, SELF, Shared, Trait, Ty};
use crate::base::Name;
use crate::facts::ItemKind;
use crate::facts::code::{self, Arguments, ItemCode, MemberCode, PathIx, Type, TypeIx};
use crate::resolve::TYPES;

/// Aliases of aliases are followed so far.
const ALIAS_DEPTH: u8 = 8;

impl<'w> Program<'w> {
    pub(super) fn lower<'p>(&'p self, home: Home, self_ty: Option<&'p Ty>) -> Lower<'p, 'w> {
        Lower {
            program: self,
            home,
            self_ty,
            within: None,
            fresh: None,
            depth: 0,
        }
    }
}

/// Written types → types, where they are written.
#[derive(Clone, Copy)]
pub(super) struct Lower<'p, 'w> {
    program: &'p Program<'w>,
    home: Home,
    self_ty: Option<&'p Ty>,
    /// The `impl` around.
    within: Option<u32>,
    /// What stands for `_` and for arguments that are not written.
    fresh: Option<&'p dyn Fn() -> Ty>,
    depth: u8,
}

impl<'p> Lower<'p, '_> {
    pub(super) fn with_fresh(self, fresh: &'p dyn Fn() -> Ty) -> Self {
        Self {
            fresh: Some(fresh),
            ..self
        }
    }

    /// In the `impl` with this number: `Self::Name` is what it says.
    pub(super) fn within(self, of_impl: Option<u32>) -> Self {
        Self {
            within: of_impl,
            ..self
        }
    }

    fn unknown(&self) -> Ty {
        self.fresh.map_or(Ty::Unknown, |fresh| fresh())
    }

    fn own(&self) -> Ty {
        self.self_ty.cloned().unwrap_or_else(|| Ty::Param(*SELF))
    }

    pub(super) fn ty(&self, ty: TypeIx) -> Ty {
        let facts = self.program.facts(self.home);
        let Some(written) = facts.code.types.get(ty as usize) else {
            return Ty::Unknown;
        };
        let one = |ty: &TypeIx| Arc::new(self.ty(*ty));
        match written {
            Type::Unknown => Ty::Unknown,
            Type::Infer => self.unknown(),
            Type::Never => Ty::Never,
            Type::Own => self.own(),
            Type::Parameter(name) => Ty::Param(*name),
            Type::Path { path, arguments } => self.path(*path, arguments),
            Type::Associated {
                of, of_trait, name, ..
            } => {
                if of_trait.is_none()
                    && let Some(own) = self.own_associated(*of, *name)
                {
                    return own;
                }
                let of = self.ty(*of);
                let of_trait = of_trait.as_ref().and_then(|bound| self.bound(bound));
                Ty::Projection(Arc::new(Projection {
                    of,
                    of_trait,
                    name: *name,
                }))
            }
            Type::Reference(mutability, of) => Ty::Reference(Borrow(Some(*mutability)), one(of)),
            Type::Pointer(of) => Ty::Pointer(one(of)),
            Type::Slice(of) => Ty::Slice(one(of)),
            Type::Array(of) => Ty::Array(one(of)),
            Type::Tuple(parts) => Ty::Tuple(parts.iter().map(|ty| self.ty(*ty)).collect()),
            Type::Function { parameters, result } => {
                let parts = parameters.iter().chain([result]);
                Ty::Function(parts.map(|ty| self.ty(*ty)).collect())
            }
            Type::Impl(bounds) => Ty::Opaque(self.bounds(bounds)),
            Type::Dyn(bounds) => Ty::Dyn(self.bounds(bounds)),
        }
    }

    /// `Self::Name`, where the `impl` around defines it
    /// (<https://doc.rust-lang.org/reference/paths.html#r-paths.qualifiers.type-self.trait>).
    fn own_associated(&self, of: TypeIx, name: Name) -> Option<Ty> {
        let data = &self.program.impls[self.within? as usize];
        let facts = self.program.facts(self.home);
        let is_own = matches!(facts.code.types.get(of as usize), Some(Type::Own));
        if !is_own || self.depth >= ALIAS_DEPTH {
            return None;
        }
        let mut members = data.facts.members.iter();
        match members.find(|it| it.name == name)?.code {
            MemberCode::Type(_, Some(ty)) => {
                let lower = Self {
                    home: data.home,
                    fresh: None,
                    depth: self.depth + 1,
                    ..*self
                };
                Some(lower.ty(ty))
            }
            _ => None,
        }
    }

    fn bounds(&self, bounds: &[code::Bound]) -> Shared<Bound> {
        bounds.iter().filter_map(|it| self.bound(it)).collect()
    }

    pub(super) fn bound(&self, bound: &code::Bound) -> Option<Bound> {
        let of_trait = match self.program.resolve(self.home, bound.path, 0, TYPES) {
            Meaning::Def(def) if self.program.kind(def) == ItemKind::Trait => Trait::Known(def),
            Meaning::Foreign(path) => Trait::Foreign(path),
            _ => return None,
        };
        let mut args: Vec<Ty> = bound
            .arguments
            .types
            .iter()
            .map(|ty| self.ty(*ty))
            .collect();
        if let Trait::Known(def) = of_trait
            && let Some((home, generics)) = self.program.generics_of(def)
        {
            self.fill(&mut args, home, generics, true);
        }
        let bindings = bound.arguments.bindings.iter();
        Some(Bound {
            of_trait,
            args: args.into(),
            bindings: bindings.map(|it| (it.name, self.ty(it.ty))).collect(),
        })
    }

    /// Adds the arguments that are not written: the defaults, or what stands for the unknown.
    fn fill(&self, args: &mut Vec<Ty>, home: Home, generics: &code::Generics, use_defaults: bool) {
        args.truncate(generics.parameters.len());
        for at in args.len()..generics.parameters.len() {
            let default = generics.parameters[at].default.filter(|_| use_defaults);
            let ty = match default {
                Some(default) if self.depth < ALIAS_DEPTH => {
                    let own = self.own();
                    let lower = Lower {
                        home,
                        self_ty: Some(&own),
                        within: None,
                        fresh: None,
                        program: self.program,
                        depth: self.depth + 1,
                    };
                    let with = substitution(generics, args);
                    lower.ty(default).substitute(&with)
                }
                _ => self.unknown(),
            };
            args.push(ty);
        }
    }

    fn path(&self, path: PathIx, arguments: &Arguments) -> Ty {
        match self.program.resolve(self.home, path, 0, TYPES) {
            Meaning::Def(def) => self.of_definition(def, arguments, true),
            Meaning::Foreign(path) => {
                if let Some(primitive) = primitive(&path) {
                    return Ty::Primitive(primitive);
                }
                let args = arguments.types.iter().map(|ty| self.ty(*ty)).collect();
                Ty::Foreign(path, args)
            }
            Meaning::Nothing => Ty::Unknown,
        }
    }

    /// The type that a path in an expression or pattern names. Where it gives no arguments all of them are to be found
    /// out (<https://doc.rust-lang.org/reference/paths.html#paths-in-expressions>).
    pub(super) fn named(&self, def: Def, arguments: &Arguments) -> Ty {
        self.of_definition(def, arguments, !arguments.types.is_empty())
    }

    fn of_definition(&self, def: Def, arguments: &Arguments, use_defaults: bool) -> Ty {
        let program = self.program;
        let kind = program.kind(def);
        let is_type = matches!(
            kind,
            ItemKind::TupleStruct
                | ItemKind::RecordStruct
                | ItemKind::Enum
                | ItemKind::Union
                | ItemKind::TypeAlias
        );
        if !is_type {
            return match (kind, program.owner(def)) {
                (ItemKind::Variant, Some(owner)) => {
                    self.of_definition(owner, arguments, use_defaults)
                }
                // `Trait` where a type stands is `dyn Trait` of the editions before 2021.
                (ItemKind::Trait, _) => Ty::Dyn(Shared::from([Bound {
                    of_trait: Trait::Known(def),
                    args: arguments.types.iter().map(|ty| self.ty(*ty)).collect(),
                    bindings: Shared::default(),
                }])),
                _ => Ty::Unknown,
            };
        }
        let mut args: Vec<Ty> = arguments.types.iter().map(|ty| self.ty(*ty)).collect();
        let Some((home, item)) = program.item(def) else {
            return Ty::Unknown;
        };
        if let Some((home, generics)) = program.generics_of(def) {
            self.fill(&mut args, home, generics, use_defaults);
        }
        match &item.code {
            ItemCode::Alias { generics, ty } => {
                if self.depth >= ALIAS_DEPTH {
                    return Ty::Unknown;
                }
                let lower = Lower {
                    home,
                    self_ty: None,
                    within: None,
                    fresh: None,
                    program,
                    depth: self.depth + 1,
                };
                lower.ty(*ty).substitute(&substitution(generics, &args))
            }
            ItemCode::Fields { .. } | ItemCode::Enum(_) => Ty::Adt(def, args.into()),
            _ => Ty::Adt(def, Shared::default()),
        }
    }

    pub(super) fn generics(&self, generics: &code::Generics) -> Generics {
        let parameters = generics.parameters.iter();
        let mut bounds = Vec::new();
        for (ty, written) in &generics.predicates {
            let ty = self.ty(*ty);
            let kept = written.iter().filter_map(|bound| self.bound(bound));
            bounds.extend(kept.map(|bound| (ty.clone(), bound)));
        }
        Generics {
            parameters: parameters.map(|it| (it.name, None)).collect(),
            bounds,
        }
    }

    /// A signature, its generics those around it and its own.
    pub(super) fn signature(&self, written: &code::Signature, mut around: Generics) -> Signature {
        let own = self.generics(&written.generics);
        around.parameters.extend(own.parameters);
        around.bounds.extend(own.bounds);
        let result = self.ty(written.result);
        let signature = Signature {
            generics: around,
            receiver: written.receiver.map(|ty| self.ty(ty)),
            parameters: written.parameters.iter().map(|ty| self.ty(*ty)).collect(),
            result: if written.is_async {
                Ty::Future(Arc::new(result))
            } else {
                result
            },
        };
        self.program.explicit_signature(signature)
    }
}
