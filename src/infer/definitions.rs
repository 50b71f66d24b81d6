//! What a definition is, as types: functions and their signatures, fields, `impl`s and the heads that they are found by.
//!
//! In: nothing. Out: plain data.
//! *Invariant:* knows neither files nor bodies.

use std::sync::OnceLock;

use super::types::{Bound, Def, Trait, Ty};
use crate::base::{Location, Map, Name, Set, number};
use crate::facts::Impl;
use crate::modules::ModuleId;

/// Where something is written: the world, and the instance there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Home {
    pub in_library: bool,
    pub instance: u32,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Def(Def),
    Foreign(Name),
    Nothing,
}

/// A function: where its signature is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Callable {
    /// A free function.
    Item(Def),
    /// A member of an `impl`.
    Impl(u32, u32),
    /// A member of a trait.
    Trait(Def, u32),
}

/// Generic parameters as types.
#[derive(Clone, Debug, Default)]
pub(super) struct Generics {
    pub parameters: Vec<(Name, Option<Ty>)>,
    pub bounds: Vec<(Ty, Bound)>,
}

/// The head of a function as types.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    /// Its own, and those of the `impl` or trait around it.
    pub generics: Generics,
    pub receiver: Option<Ty>,
    pub parameters: Vec<Ty>,
    pub result: Ty,
}

/// A field: its name, type, and place.
pub(super) type Field = (Name, Ty, Location);

/// An `impl`.
pub(super) struct ImplData<'w> {
    pub home: Home,
    /// Its index in the file.
    pub index: u32,
    pub module: ModuleId,
    pub facts: &'w Impl,
    pub generics: Generics,
    pub self_ty: Ty,
    pub of_trait: Option<Bound>,
    pub members: Vec<OnceLock<Option<Signature>>>,
}

/// What stands at the head of a type, for looking up its `impl`s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Head {
    Adt(Def),
    Foreign(Name),
    Primitive(Name),
    Slice,
    Array,
    Reference,
    Pointer,
    Tuple,
    Function,
    Dyn(Trait),
    Never,
}

/// How `impl`s are found.
#[derive(Default)]
pub(super) struct ImplIndex {
    /// Members of inherent `impl`s, by head and name.
    pub inherent: Map<(Head, Name), Vec<(u32, u32)>>,
    /// `impl`s of a trait, by head; those for a bare parameter under `None`.
    pub of_traits: Map<(Trait, Option<Head>), Vec<u32>>,
    /// The traits that have a member of this name.
    pub traits_with: Map<Name, Vec<(Def, u32)>>,
    /// Of these the ones that may be there for any type: of the library, or with an `impl` for a bare parameter.
    pub open_traits: Map<Name, Vec<(Def, u32)>>,
    /// The others, by the heads that they have `impl`s for.
    pub traits_for: Map<(Head, Name), Vec<(Def, u32)>>,
    /// The names of the members of traits with an `impl` for `&mut T`.
    pub for_mutable: Set<Name>,
    /// Members of the workspace's `impl`s of traits that are not known, by name.
    pub of_foreign: Map<Name, Vec<(u32, u32)>>,
}

impl ImplIndex {
    /// Lets an `impl` be found: by its trait, or as an inherent one by its members.
    pub(super) fn add(&mut self, id: u32, data: &ImplData<'_>) {
        let head = head(&data.self_ty);
        let members = data.facts.members.iter().enumerate();
        let members = members.map(|(at, member)| (member.name, (id, number(at))));
        match (&data.of_trait, head) {
            (Some(bound), _) => {
                if !data.facts.is_continued {
                    let known = self.of_traits.entry((bound.of_trait, head));
                    known.or_default().push(id);
                }
                if let Trait::Foreign(_) = bound.of_trait {
                    members
                        .for_each(|(name, at)| self.of_foreign.entry(name).or_default().push(at));
                }
            }
            (None, Some(head)) => members.for_each(|(name, at)| {
                self.inherent.entry((head, name)).or_default().push(at);
            }),
            (None, None) => {}
        }
    }
}

/// What stands at the head of a type; `None` for one that may be anything.
pub(super) fn head(ty: &Ty) -> Option<Head> {
    Some(match ty {
        Ty::Adt(def, _) => Head::Adt(*def),
        Ty::Foreign(path, _) => Head::Foreign(*path),
        Ty::Primitive(name) => Head::Primitive(*name),
        Ty::Slice(_) => Head::Slice,
        Ty::Array(_) => Head::Array,
        Ty::Reference(..) => Head::Reference,
        Ty::Pointer(_) => Head::Pointer,
        Ty::Tuple(_) => Head::Tuple,
        Ty::Function(_) => Head::Function,
        Ty::Dyn(bounds) => Head::Dyn(bounds.first()?.of_trait),
        Ty::Never => Head::Never,
        Ty::Unknown
        | Ty::Var(_)
        | Ty::Param(_)
        | Ty::Closure(_)
        | Ty::Opaque(_)
        | Ty::Future(_)
        | Ty::Projected(..)
        | Ty::Projection(_) => return None,
    })
}
