//! What the truth cannot judge, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::judge::{EXPANDED, is_within};
use super::read::{Edge, Home, Reference, Sources, Truth};

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
    /// It is in a module that a macro writes: the truth counts all that an expansion names for the module of the call.
    ModuleOfMacro,
    /// A field without a name: the truth records names.
    NumberedField,
    /// The truth has nothing of the file, not even a name from outside of the workspace: it did not read it.
    FileNotRead,
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
            Self::ModuleOfMacro => {
                "in a module that a macro writes; the truth counts it for the module of the call"
            }
            Self::NumberedField => "a field without a name; the truth records names",
            Self::FileNotRead => "the truth has nothing of this file",
        }
    }
}

/// Finds what the truth cannot judge.
pub(super) struct Blind<'a> {
    truth: &'a Truth,
    sources: &'a Sources,
    /// The files of which the truth has something.
    read: BTreeSet<&'a str>,
    /// What exists in expansions alone, by line.
    expanded: BTreeMap<(&'a str, usize), Vec<&'a Reference>>,
}

impl<'a> Blind<'a> {
    pub(super) fn new(truth: &'a Truth, sources: &'a Sources) -> Self {
        let mut expanded: BTreeMap<_, Vec<&Reference>> = BTreeMap::new();
        for reference in truth.references.iter().filter(|it| it.kind == EXPANDED) {
            let place = (reference.file.as_str(), reference.line);
            expanded.entry(place).or_default().push(reference);
        }
        Self {
            truth,
            sources,
            read: truth.references.iter().map(|it| it.file.as_str()).collect(),
            expanded,
        }
    }

    /// Why the truth cannot judge an edge; `None` where it can.
    pub(super) fn reason(&self, edge: &Edge) -> Option<Reason> {
        let Some(home) = self.truth.modules.get(&edge.importer) else {
            return Some(Reason::NotCompiled);
        };
        let target = self.truth.modules.get(&edge.defined);
        if !edge.external && target.is_none() {
            return Some(Reason::TargetNotCompiled);
        }
        let inactive = self.truth.inactive.get(&edge.file);
        let is_in = |&(first, last): &(usize, usize)| first <= edge.line && edge.line <= last;
        if inactive.is_some_and(|lines| lines.iter().any(is_in)) {
            return Some(Reason::Inactive);
        }
        let is_of_other = |home: &Home| home.other_owner().is_some();
        if is_of_other(home) || target.is_some_and(is_of_other) {
            return Some(Reason::OtherOwner);
        }
        let source = self.sources.file(&edge.file);
        if edge.kind == "macro" && source.is_in_macro_definition(edge.line) {
            return Some(Reason::MacroDefinition);
        }
        let place = (edge.file.clone(), edge.line);
        if self.truth.unresolved.contains(&place) {
            return Some(Reason::Unresolved);
        }
        if edge.kind == "field" && edge.item.ends_with(|c: char| c.is_ascii_digit()) {
            let name = edge.item.rsplit("::").next().unwrap_or_default();
            if name.chars().all(|c| c.is_ascii_digit()) {
                return Some(Reason::NumberedField);
            }
        }
        if self.is_in_module_of_macro(edge) {
            return Some(Reason::ModuleOfMacro);
        }
        let is_read = self.read.contains(edge.file.as_str());
        (!is_read).then_some(Reason::FileNotRead)
    }

    fn is_in_module_of_macro(&self, edge: &Edge) -> bool {
        let here = self.expanded.get(&(edge.file.as_str(), edge.line));
        here.is_some_and(|references| {
            references.iter().any(|it| {
                let is_below =
                    it.from_module != edge.importer && is_within(&edge.importer, &it.from_module);
                let same = it.to_module == edge.defined || it.via.as_ref() == Some(&edge.defined);
                is_below && same
            })
        })
    }
}
