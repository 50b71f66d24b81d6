//! The rule language: rule files → [`RuleSet`], spanned and validated, with every error at once; the built-in packs and lints.
//!
//! In: texts of rule files. Out: [`RuleSet`] and [`RuleFileError`]s.
//! *Invariant:* knows no code base: whether a selector matches anything is not decided here.

mod error;
mod file;
pub(crate) mod keys;
mod layers;
mod lints;
mod load;
mod model;
mod names;
mod packs;
mod pattern;
mod reader;
#[cfg(test)]
mod reference;
mod selector;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;

pub(crate) use lints::{
    LINTS, Lint, RULE_KINDS, RuleKind, Topic, explain, find_lint, group_names, lints_of_group,
};
pub(crate) use load::{LoadedRules, RuleSource, load};
pub(crate) use model::*;
pub(crate) use selector::parse_selector;
pub(crate) use suggest::nearest;
