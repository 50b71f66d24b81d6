//! What the truth cannot judge, and why.

use super::judge::is_within;
use super::read::{Edge, Sources, Truth};

/// Why the truth has nothing to say about a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// The line belongs to another configuration.
    Inactive,
    /// The module that refers was not compiled.
    NotCompiled,
    /// The module that is referred to was not compiled.
    TargetNotCompiled,
    /// The file stands in several crates, and was read as part of another one.
    OtherOwner,
    /// It is in the definition of a macro: the truth knows expansions only.
    MacroDefinition,
    /// It could not resolve something on this line.
    Unresolved,
}

impl Reason {
    /// What to say about it.
    pub(crate) const fn phrase(self) -> &'static str {
        match self {
            Self::Inactive => "the line is inactive in the configuration of the truth",
            Self::NotCompiled => "the truth does not know the importing module",
            Self::TargetNotCompiled => "the truth does not know the imported module",
            Self::OtherOwner => "the truth read this file as part of another crate",
            Self::MacroDefinition => {
                "in the definition of a macro; the truth knows expansions only"
            }
            Self::Unresolved => "the truth could not resolve something on this line",
        }
    }
}

/// Finds what the truth cannot judge.
pub(super) struct Blind<'a> {
    truth: &'a Truth,
    sources: &'a Sources,
}

impl<'a> Blind<'a> {
    pub(super) const fn new(truth: &'a Truth, sources: &'a Sources) -> Self {
        Self { truth, sources }
    }

    /// Why the truth cannot judge an edge; `None` where it can.
    pub(super) fn reason(&self, edge: &Edge) -> Option<Reason> {
        let Some(home) = self.truth.modules.get(&edge.importer) else {
            return Some(Reason::NotCompiled);
        };
        if !edge.external && !self.truth.modules.contains_key(&edge.defined) {
            return Some(Reason::TargetNotCompiled);
        }
        let inactive = self.truth.inactive.get(&edge.file);
        let is_in = |&(first, last): &(usize, usize)| first <= edge.line && edge.line <= last;
        if inactive.is_some_and(|lines| lines.iter().any(is_in)) {
            return Some(Reason::Inactive);
        }
        if let Some(owner) = &home.file_owner {
            let is_owner = if home.inline {
                is_within(&edge.importer, owner)
            } else {
                edge.importer == *owner
            };
            if !is_owner {
                return Some(Reason::OtherOwner);
            }
        }
        let source = self.sources.file(&edge.file);
        if edge.kind == "macro" && source.is_in_macro_definition(edge.line) {
            return Some(Reason::MacroDefinition);
        }
        let place = (edge.file.clone(), edge.line);
        if self.truth.unresolved.contains(&place) {
            return Some(Reason::Unresolved);
        }
        None
    }
}
