//! Inline allowances (stub until merged).

use crate::base::{Name, Span};

/// One inline allowance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule.
    pub rule: Name,
    /// Why.
    pub reason: String,
    /// The last day it holds.
    pub until: Option<Name>,
    /// The comment.
    pub span: Span,
    /// What it covers.
    pub covers: Span,
}

/// One that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MalformedAllowance {
    /// The comment.
    pub span: Span,
    /// What is wrong.
    pub what: String,
}

pub fn mentions(text: &str) -> bool {
    text.contains("bulkhead:") && false
}

pub fn allowances(_: &str, _: &syn::File) -> (Vec<Allowance>, Vec<MalformedAllowance>) {
    (Vec::new(), Vec::new())
}
