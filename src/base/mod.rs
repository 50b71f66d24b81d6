//! The words that every stage uses: names, paths, spans, source texts, levels, conditions, problems.
//!
//! In: nothing. Out: plain types.
//! *Invariant:* no I/O, and no knowledge of any stage.

mod condition;
mod date;
mod level;
mod path;
mod problem;
mod satisfy;
mod source;
mod trail;
mod wire;

pub(crate) use condition::{Cfg, ConditionId, ConditionTable, Conditions};
pub(crate) use date::is_date;
pub(crate) use level::Level;
pub(crate) use path::{first_segment, is_within, join, join_names, last_segment, parent, segments};
pub(crate) use problem::{Cause, Problem, ProblemKind};
pub(crate) use satisfy::{KnownCfg, can_hold, implies};
pub(crate) use source::{FileId, Location, SourceMap, Span};
pub(crate) use trail::{Trail, TrailStep};
pub(crate) use wire::{Packed, Reader, Wire, Writer};

/// An interned string: a segment, a path, a rule id. Compares by text, copies for free.
pub(crate) type Name = ustr::Ustr;

/// Hash map with a fixed hasher. Its order must never reach the output.
pub(crate) type Map<K, V> = rustc_hash::FxHashMap<K, V>;
/// Hash set with a fixed hasher. Its order must never reach the output.
pub(crate) type Set<T> = rustc_hash::FxHashSet<T>;

/// Interns a text.
#[must_use]
pub(crate) fn name(text: &str) -> Name {
    ustr::ustr(text)
}

/// An index as a 32-bit number.
///
/// # Panics
/// From 2^32 on, which no list of anything here reaches.
#[must_use]
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than 2^32 of anything")
}

/// What a reference is in the code: its syntactic role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ReferenceKind {
    /// A private `use`.
    Import,
    /// A `use` that others can reach (`pub`, `pub(crate)`, …).
    ReExport,
    /// A path in an expression or a pattern.
    Path,
    /// A path where a type or a bound stands.
    Type,
    /// The trait of an `impl` or its self type.
    Impl,
    /// A derive or an attribute.
    Derive,
    /// The name of a macro, or a path inside a macro's tokens.
    Macro,
    /// A method call on a value of a type that another module defines.
    Method,
    /// A field access on a value of a type that another module defines.
    Field,
}

impl ReferenceKind {
    /// Every kind, in the order of the reference.
    pub(crate) const ALL: [Self; 9] = [
        Self::Import,
        Self::ReExport,
        Self::Path,
        Self::Type,
        Self::Impl,
        Self::Derive,
        Self::Macro,
        Self::Method,
        Self::Field,
    ];

    /// The word of the rule language.
    #[must_use]
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::ReExport => "re-export",
            Self::Path => "path",
            Self::Type => "type",
            Self::Impl => "impl",
            Self::Derive => "derive",
            Self::Macro => "macro",
            Self::Method => "method",
            Self::Field => "field",
        }
    }
}
