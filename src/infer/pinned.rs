//! What macros for pinning write (<https://doc.rust-lang.org/std/pin/index.html#projections-and-structural-pinning>):
//! `project()`, and the fields of what it gives.
//!
//! In: a receiver, or a field of it. Out: its type.
//! *Invariant:* only a struct with a field that is marked `#[pin]` has such a method.

use std::sync::Arc;

use super::body::Inference;
use super::found::{Found, Target};
use super::types::{Borrow, Ty};
use crate::base::{Name, ReferenceKind};
use crate::facts::code::Site;

impl Inference<'_, '_> {
    /// A field of what `project()` of a pinned struct gives.
    pub(super) fn projected_field(
        &mut self,
        (borrow, of): (Borrow, &Ty),
        wanted: Name,
        site: Site,
    ) -> Ty {
        let Ty::Adt(def, args) = of else {
            return Ty::Unknown;
        };
        let program = self.solver.program;
        let fields = program.fields(*def);
        let Some((_, ty, _)) = fields.iter().find(|(name, ..)| *name == wanted) else {
            return Ty::Unknown;
        };
        self.found.push(Found {
            home: self.home,
            site,
            kind: ReferenceKind::Field,
            target: Target::Field(*def, wanted),
        });
        let with = self.solver.trait_substitution(*def, args);
        let ty = self.normal(&ty.substitute(&with));
        let ty = Ty::reference(borrow, ty);
        if program.pinned_fields(*def).any(|it| it == wanted) {
            self.language_type("std::pin::Pin", vec![ty])
        } else {
            ty
        }
    }

    /// What `project()` gives where a macro for pinning writes it.
    pub(super) fn projected_struct(&self, receiver: &Ty, wanted: Name) -> Option<Ty> {
        let borrow = match wanted.as_str() {
            "project" => Borrow::MUTABLE,
            "project_ref" => Borrow::SHARED,
            _ => return None,
        };
        let Ty::Adt(pin, args) = self.solver.shallow(receiver) else {
            return None;
        };
        if !self.is_language(pin, "std::pin::Pin") {
            return None;
        }
        let mut of = self.solver.shallow(args.first()?);
        while let Ty::Reference(_, inner) = &of {
            of = self.solver.shallow(inner);
        }
        let Ty::Adt(def, _) = &of else { return None };
        let is_pinning = self.solver.program.pinned_fields(*def).next().is_some();
        is_pinning.then(|| Ty::Projected(borrow, Arc::new(of)))
    }
}
