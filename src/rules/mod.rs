//! The rule language: rule files → [`RuleSet`], spanned and validated, with every error at once; the built-in packs and lints.
//!
//! In: texts of rule files. Out: [`RuleSet`] and [`RuleFileError`]s.
//! *Invariant:* knows no code base: whether a selector matches anything is not decided here.

mod model;
mod pattern;

pub use model::*;
