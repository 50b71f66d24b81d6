//! Rust: the only home of syn.
//!
//! In: the text of a Rust file. Out: [`FileFacts`].
//! *Invariant:* a text that does not parse gives facts with an error, never a panic.

pub(crate) mod allowances;
mod attributes;
mod bodies;
mod cfg;
mod collector;
mod depth;
mod expand;
mod extent;
mod included;
mod items;
mod known;
mod macros;
mod nested;
mod patterns;
mod readers;
mod rules;
mod scan;
mod shapes;
mod types;
mod walk;

pub(crate) use expand::expand;
pub(crate) use known::{names as known_names, rules as known_rules};
pub(crate) use nested::{Call, Origin, RuleCache, RulesOf, Spent, Surroundings, TOKENS, Visible};

use std::str::FromStr;

use proc_macro2::TokenStream;

use super::{FileFacts, Scope, ScopeKind, SyntaxError};
use crate::base::Span;

/// Reads one file.
///
/// The text must be free of a byte order mark. What does not parse comes back with
/// [`FileFacts::error`] set and nothing else.
#[must_use]
pub(crate) fn read(text: &str) -> FileFacts {
    let facts = read_without_cleanup(text);
    // proc-macro2 keeps the text of every parsed file for its spans; nothing here holds a span any more.
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

fn read_without_cleanup(text: &str) -> FileFacts {
    let skipped = shebang(text);
    match parse(&text[skipped..]) {
        Ok(file) => walk::walk(text, &file, skipped),
        Err(error) => {
            let range = error.span().byte_range();
            FileFacts {
                scopes: vec![Scope {
                    parent: None,
                    kind: ScopeKind::File,
                }],
                error: Some(SyntaxError {
                    message: message(&error),
                    span: clamp(text, range.start + skipped, range.end + skipped),
                }),
                ..FileFacts::default()
            }
        }
    }
}

fn parse(text: &str) -> syn::Result<syn::File> {
    let tokens = TokenStream::from_str(text)?;
    if depth::is_too_deep(text, &tokens) {
        return Err(syn::Error::new(
            proc_macro2::Span::call_site(),
            "it nests too deep to be read",
        ));
    }
    syn::parse2(tokens)
}

/// What the parser says; where it has got no token at all, what that mostly means.
fn message(error: &syn::Error) -> String {
    let message = error.to_string();
    if message == "cannot parse string into token stream" {
        return "a bracket, quote or comment is not closed, or a character has no place here"
            .to_owned();
    }
    message
}

/// Length of a `#!` line, which spans of the rest do not count.
fn shebang(text: &str) -> usize {
    if !text.starts_with("#!") {
        return 0;
    }
    let rest = text[2..].trim_start();
    if rest.starts_with('[') {
        return 0;
    }
    text.find('\n').unwrap_or(text.len())
}

fn clamp(text: &str, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at.min(text.len())).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
