//! What inference finds: a name in the code, and what it leads to.
//!
//! In: nothing. Out: [`Found`].
//! *Invariant:* plain data.

use super::definitions::{Callable, Home};
use super::types::Def;
use crate::base::{Name, ReferenceKind};
use crate::facts::code::Site;

/// What a name in a body leads to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where the name is written.
    pub home: Home,
    pub site: Site,
    pub kind: ReferenceKind,
    pub target: Target,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Callable(Callable),
    /// A field of a struct, union or variant.
    Field(Def, Name),
    /// A variant.
    Item(Def),
    /// A method of a trait that a type derives.
    Derived(Def, Name),
}
