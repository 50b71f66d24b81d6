//! Rust: the only place that knows its syntax.
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
mod syntax;
mod types;
mod walk;

pub(crate) use expand::expand;
pub(crate) use known::{names as known_names, rules as known_rules};
pub(crate) use nested::{Call, Origin, RuleCache, RulesOf, Spent, Surroundings, TOKENS, Visible};

use std::cell::Cell;

use bumpalo::Bump;

use super::{FileFacts, Scope, ScopeKind, SyntaxError};
use crate::base::{Span, number};
use syntax::token::Token;
use syntax::{Home, Keep, Parser, Text, Unread, lex_into};

/// Reads one file.
///
/// The text must be free of a byte order mark. What does not parse comes back with
/// [`FileFacts::error`] set and nothing else.
#[must_use]
pub(crate) fn read(text: &str) -> FileFacts {
    let mut room = ROOM.take();
    let facts = read_in(text, &mut room);
    room.arena.reset();
    if room.tokens.capacity() <= KEPT {
        ROOM.set(room);
    }
    facts.unwrap_or_else(|unread| FileFacts {
        scopes: vec![Scope {
            parent: None,
            kind: ScopeKind::File,
        }],
        error: Some(SyntaxError {
            message: unread.message,
            span: unread.span,
        }),
        ..FileFacts::default()
    })
}

/// What a file is read in: made once a thread, since to ask the system for memory takes longer than to use it.
#[derive(Default)]
struct Room {
    tokens: Vec<Token>,
    arena: Bump,
}

thread_local! {
    static ROOM: Cell<Room> = Cell::default();
}

/// Room for more tokens than that is given back.
const KEPT: usize = 1 << 18;

fn read_in(text: &str, room: &mut Room) -> Result<FileFacts, Unread> {
    let skipped = shebang(text);
    let source = Text {
        text: &text[skipped..],
        offset: number(skipped),
    };
    lex_into(source, Keep::Code, &mut room.tokens)?;
    let tokens = &room.tokens;
    if depth::is_too_deep(tokens) {
        return Err(Unread {
            message: "it nests too deep to be read".to_owned(),
            span: Span::default(),
        });
    }
    let home = Home::new(&room.arena, source);
    match Parser::new(&home, tokens).file() {
        Ok(file) => Ok(walk::walk(text, &file, &home)),
        Err(_) => Err(home.unread()),
    }
}

/// Length of a `#!` line, which is no part of the code.
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
