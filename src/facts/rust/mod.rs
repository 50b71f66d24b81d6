//! Rust: the only home of syn.
//!
//! In: the text of a Rust file. Out: [`FileFacts`].
//! *Invariant:* a text that does not parse gives facts with an error, never a panic.

pub mod allowances;
mod cfg;
mod collect;
mod expand;
mod known;
mod macros;

pub use collect::Origin;
pub use expand::{Call, expand};
pub use known::{names as known_names, rules as known_rules};

use super::{FileFacts, Scope, ScopeKind, SyntaxError};
use crate::base::Span;

/// Brackets may be nested so deep. Code that people write stays below 100; a stack of 256 MiB holds 20,000.
const DEPTH: usize = 10_000;

/// Reads one file.
///
/// The text must be free of a byte order mark. What does not parse comes back with
/// [`FileFacts::error`] set and nothing else.
#[must_use]
pub fn read(text: &str) -> FileFacts {
    let facts = read_without_cleanup(text);
    // proc-macro2 keeps the text of every parsed file for its spans; nothing here holds a span any more.
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

fn read_without_cleanup(text: &str) -> FileFacts {
    let skipped = shebang(text);
    if let Some(at) = too_deep(text) {
        return unparsed(SyntaxError {
            message: format!("brackets are nested more than {DEPTH} deep"),
            span: clamp(text, at, at + 1),
        });
    }
    match syn::parse_str::<syn::File>(&text[skipped..]) {
        Ok(file) => collect::collect(text, &file, skipped),
        Err(error) => {
            let range = error.span().byte_range();
            unparsed(SyntaxError {
                message: error.to_string(),
                span: clamp(text, range.start + skipped, range.end + skipped),
            })
        }
    }
}

fn unparsed(error: SyntaxError) -> FileFacts {
    FileFacts {
        scopes: vec![Scope {
            parent: None,
            kind: ScopeKind::File,
        }],
        error: Some(error),
        ..FileFacts::default()
    }
}

/// Where brackets are nested deeper than the stack allows. The text decides: one that only quotes so many
/// opening brackets is given up as well.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEPTH
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_too_deep_for_the_stack_is_an_error() {
        let text = format!("fn f() {}{}", "{".repeat(50_000), "}".repeat(50_000));
        let error = read(&text).error.expect("it is given up");
        assert!(error.message.contains("nested"), "{}", error.message);
        assert_eq!(error.span, Span::new(10_007, 10_008));
    }
}
