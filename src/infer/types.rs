//! Types as inference sees them.
//!
//! In: nothing. Out: [`Ty`] and what is done with it alone: substitution, walking, heads.
//! *Invariant:* a type is a plain value; what a definition says is not known here.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use crate::base::{Map, Name, name};
use crate::facts::code::Mutability;

/// `Self`, and the associated type of `Deref`: they are asked for at every step.
pub(super) static SELF: LazyLock<Name> = LazyLock::new(|| name("Self"));
pub(super) static TARGET: LazyLock<Name> = LazyLock::new(|| name("Target"));

/// A definition of the workspace or of the library of signatures: its item there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Def {
    /// Whether it is one of the library's.
    pub(super) in_library: bool,
    /// Its item.
    pub(super) item: u32,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Ty {
    /// Not known.
    Unknown,
    /// `!`.
    Never,
    /// To be found out: an index in the table of the body.
    Var(u32),
    /// A generic parameter, `Self` of a trait among them.
    Param(Name),
    /// `bool`, `u8`, `str`, ….
    Primitive(Name),
    /// A struct, enum or union with its arguments.
    Adt(Def, Args),
    /// A type of a crate of which no signatures are known, by its path.
    Foreign(Name, Args),
    /// `&T`, `&mut T`.
    Reference(Borrow, Arc<Ty>),
    /// `*const T`, `*mut T`.
    Pointer(Arc<Ty>),
    /// `[T]`.
    Slice(Arc<Ty>),
    /// `[T; N]`.
    Array(Arc<Ty>),
    /// `(A, B)`.
    Tuple(Args),
    /// `fn(A) -> B`: the parameters, then the result.
    Function(Args),
    /// A closure of the body: an index in its table.
    Closure(u32),
    /// `impl A + B`.
    Opaque(Shared<Bound>),
    /// `dyn A + B`.
    Dyn(Shared<Bound>),
    /// What an `async` function or block gives.
    Future(Arc<Ty>),
    /// What `project()` of a pinned struct gives: its fields, each behind a reference, pinned or not.
    Projected(Borrow, Arc<Ty>),
    /// `<T as Trait>::Name`, the trait where it is known.
    Projection(Arc<Projection>),
}

/// Whether a reference is `&` or `&mut`, where that is known. It does not make two types differ: only an `impl` for one of them
/// asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Borrow(pub Option<Mutability>);

impl Borrow {
    pub(super) const SHARED: Self = Self(Some(Mutability::Shared));
    pub(super) const MUTABLE: Self = Self(Some(Mutability::Mutable));
    pub(super) const EITHER: Self = Self(None);

    pub(super) fn is_mutable(self) -> bool {
        self.0 == Some(Mutability::Mutable)
    }

    /// Whether one is `&` and the other `&mut`.
    pub(super) fn excludes(self, other: Self) -> bool {
        self.0.zip(other.0).is_some_and(|(a, b)| a != b)
    }

    /// What is seen of a place behind another reference: `&mut` only through `&mut`.
    pub(super) fn within(self, outer: Self) -> Self {
        match (self.0, outer.0) {
            (Some(Mutability::Shared), _) | (_, Some(Mutability::Shared)) => Self::SHARED,
            (Some(Mutability::Mutable), Some(Mutability::Mutable)) => Self::MUTABLE,
            _ => Self::EITHER,
        }
    }
}

impl PartialEq for Borrow {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Borrow {}

impl Hash for Borrow {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Generic arguments, or the parts of a tuple.
pub(super) type Args = Shared<Ty>;

/// A shared list; an empty one, as most are, is nothing to count or to free.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Shared<T>(Option<Arc<[T]>>);

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<T> FromIterator<T> for Shared<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let all = all.into_iter();
        if all.size_hint().1 == Some(0) {
            return Self::default();
        }
        let all: Arc<[T]> = all.collect();
        Self((!all.is_empty()).then_some(all))
    }
}

impl<T, const N: usize> From<[T; N]> for Shared<T> {
    fn from(all: [T; N]) -> Self {
        Self((N > 0).then(|| Arc::from(all)))
    }
}

impl<T> From<Vec<T>> for Shared<T> {
    fn from(all: Vec<T>) -> Self {
        Self((!all.is_empty()).then(|| Arc::from(all)))
    }
}

/// `<T as Trait>::Name`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Projection {
    pub of: Ty,
    pub of_trait: Option<Bound>,
    pub name: Name,
}

/// A trait with its arguments and what its associated types are bound to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Bound {
    pub of_trait: Trait,
    pub args: Args,
    pub bindings: Shared<(Name, Ty)>,
}

/// A trait, known or by its path only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Trait {
    Known(Def),
    Foreign(Name),
}

/// What stands for generic parameters.
pub(super) type Substitution = Map<Name, Ty>;

/// Types nest so far; what is deeper is unknown.
const DEPTH: usize = 24;
/// Types have so many parts; what is larger is unknown. A pair of pairs of pairs doubles with each line of code.
const SIZE: usize = 1_000;

impl Ty {
    pub(super) fn unit() -> Self {
        Self::Tuple(Shared::default())
    }

    pub(super) fn reference(borrow: Borrow, of: Self) -> Self {
        Self::Reference(borrow, Arc::new(of))
    }

    /// The type with other types in the place of its parameters; a parameter that has none stays.
    pub(super) fn substitute(&self, with: &Substitution) -> Self {
        if with.is_empty() {
            return self.clone();
        }
        self.map(&|ty| match ty {
            Self::Param(name) => with.get(name).cloned(),
            _ => None,
        })
    }

    /// Rebuilds the type, with what `replace` gives in the place of each part.
    pub(super) fn map(&self, replace: &dyn Fn(&Self) -> Option<Self>) -> Self {
        self.map_within(replace, DEPTH).bounded()
    }

    /// The type itself; unknown where it is too large.
    pub(super) fn bounded(self) -> Self {
        let mut parts = 0;
        let is_large = self.any(&mut |_| {
            parts += 1;
            parts > SIZE
        });
        if is_large { Self::Unknown } else { self }
    }

    fn map_within(&self, replace: &dyn Fn(&Self) -> Option<Self>, depth: usize) -> Self {
        if let Some(other) = replace(self) {
            return other;
        }
        let Some(depth) = depth.checked_sub(1) else {
            return Self::Unknown;
        };
        let one = |ty: &Arc<Self>| Arc::new(ty.map_within(replace, depth));
        let all = |args: &Args| -> Args {
            args.iter()
                .map(|ty| ty.map_within(replace, depth))
                .collect()
        };
        let bounds = |bounds: &Shared<Bound>| -> Shared<Bound> {
            bounds
                .iter()
                .map(|bound| bound.map_within(replace, depth))
                .collect()
        };
        match self {
            Self::Unknown
            | Self::Never
            | Self::Var(_)
            | Self::Param(_)
            | Self::Primitive(_)
            | Self::Closure(_) => self.clone(),
            Self::Adt(def, args) => Self::Adt(*def, all(args)),
            Self::Foreign(path, args) => Self::Foreign(*path, all(args)),
            Self::Reference(borrow, of) => Self::Reference(*borrow, one(of)),
            Self::Pointer(of) => Self::Pointer(one(of)),
            Self::Slice(of) => Self::Slice(one(of)),
            Self::Array(of) => Self::Array(one(of)),
            Self::Future(of) => Self::Future(one(of)),
            Self::Projected(borrow, of) => Self::Projected(*borrow, one(of)),
            Self::Tuple(parts) => Self::Tuple(all(parts)),
            Self::Function(parts) => Self::Function(all(parts)),
            Self::Opaque(inner) => Self::Opaque(bounds(inner)),
            Self::Dyn(inner) => Self::Dyn(bounds(inner)),
            Self::Projection(inner) => Self::Projection(Arc::new(Projection {
                of: inner.of.map_within(replace, depth),
                of_trait: inner
                    .of_trait
                    .as_ref()
                    .map(|bound| bound.map_within(replace, depth)),
                name: inner.name,
            })),
        }
    }

    /// Whether an associated type is a part of it.
    pub(super) fn has_projection(&self) -> bool {
        self.any(&mut |it| matches!(it, Self::Projection(_)))
    }

    /// Whether any part of it satisfies `test`.
    pub(super) fn any(&self, test: &mut dyn FnMut(&Self) -> bool) -> bool {
        if test(self) {
            return true;
        }
        match self {
            Self::Unknown
            | Self::Never
            | Self::Var(_)
            | Self::Param(_)
            | Self::Primitive(_)
            | Self::Closure(_) => false,
            Self::Adt(_, parts)
            | Self::Foreign(_, parts)
            | Self::Tuple(parts)
            | Self::Function(parts) => parts.iter().any(|ty| ty.any(test)),
            Self::Reference(_, of)
            | Self::Pointer(of)
            | Self::Slice(of)
            | Self::Array(of)
            | Self::Future(of)
            | Self::Projected(_, of) => of.any(test),
            Self::Opaque(bounds) | Self::Dyn(bounds) => bounds.iter().any(|it| it.any(test)),
            Self::Projection(inner) => {
                inner.of.any(test) || inner.of_trait.as_ref().is_some_and(|it| it.any(test))
            }
        }
    }
}

impl Bound {
    pub(super) fn substitute(&self, with: &Substitution) -> Self {
        self.map(&|ty| match ty {
            Ty::Param(name) => with.get(name).cloned(),
            _ => None,
        })
    }

    pub(super) fn map(&self, replace: &dyn Fn(&Ty) -> Option<Ty>) -> Self {
        let bindings = self.bindings.iter();
        Self {
            of_trait: self.of_trait,
            args: self.args.iter().map(|ty| ty.map(replace)).collect(),
            bindings: bindings
                .map(|(name, ty)| (*name, ty.map(replace)))
                .collect(),
        }
    }

    fn map_within(&self, replace: &dyn Fn(&Ty) -> Option<Ty>, depth: usize) -> Self {
        Self {
            of_trait: self.of_trait,
            args: self
                .args
                .iter()
                .map(|ty| ty.map_within(replace, depth))
                .collect(),
            bindings: self
                .bindings
                .iter()
                .map(|(name, ty)| (*name, ty.map_within(replace, depth)))
                .collect(),
        }
    }

    fn any(&self, test: &mut dyn FnMut(&Ty) -> bool) -> bool {
        self.args.iter().any(|ty| ty.any(test)) || self.bindings.iter().any(|(_, ty)| ty.any(test))
    }
}
