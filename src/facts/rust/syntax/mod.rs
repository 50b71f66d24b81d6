//! The syntax of Rust: text → tokens → a tree that lives in an arena.
//!
//! In: the text of a file, or the tokens of a macro call. Out: [`tree`]s, or [`Unread`].
//! *Invariant:* records nothing and knows nothing of names. What it takes is what rustc takes, and a little more:
//! that the code compiles is not its business.
//!
//! Trees borrow their tokens, live for one file, and are dropped as one piece: that is what makes it several times as fast as
//! a parser whose every identifier and box is an allocation of its own.

mod attributes;
mod expressions;
mod items;
mod lex;
mod literals;
mod parser;
mod patterns;
mod print;
mod statements;
#[cfg(test)]
mod tests;
pub(crate) mod token;
pub(crate) mod tree;
mod types;

pub(crate) use lex::{Keep, lex, lex_into};
pub(crate) use literals::string_value;
pub(crate) use parser::{Home, Parsed, Parser};
pub(crate) use print::text_of;
pub(crate) use types::PathStyle;

use crate::base::Span;

/// A text, and where it begins in the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'t> {
    /// The text.
    pub text: &'t str,
    /// Its offset in bytes.
    pub offset: u32,
}

/// Why a text cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// As a lowercase phrase.
    pub message: String,
    /// The token at which it ends.
    pub span: Span,
}
