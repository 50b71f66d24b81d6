//! Paths in tokens that are not read as Rust.
//!
//! In: tokens. Out: what has the shape of a path, with [`Certainty::Tokens`].
//! *Invariant:* a word alone is recorded only where it may be a name.

use super::collector::Collector;
use super::syntax::token::{Delimiter, Ident, Kind, Token, Word};
use crate::base::{Name, ReferenceKind};
use crate::facts::{Anchor, Certainty, Namespace};

/// Whose tokens are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// The arguments of a call.
    Call,
    /// What a definition writes.
    Definition,
    /// What a `macro_rules!` writes.
    Rules,
}

impl Collector<'_> {
    /// Records what has the shape of a path in the tokens of a call.
    pub(super) fn scan_call(&mut self, tokens: &[Token]) {
        self.scan(tokens, Surroundings::Call);
    }

    /// Records what has the shape of a path in tokens of unknown meaning.
    pub(super) fn scan(&mut self, tokens: &[Token], surroundings: Surroundings) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token.kind {
                Kind::Ident | Kind::Punct(_) => self.scan_path(tokens, at, surroundings),
                _ => at + 1,
            };
        }
    }

    /// Reads a path that begins at `at`, if there is one; gives the index behind what was read.
    fn scan_path(&mut self, tokens: &[Token], at: usize, surroundings: Surroundings) -> usize {
        let Some(found) = TokenPath::read(tokens, at) else {
            return at + 1;
        };
        let next = found.next;
        let Some((first, last)) = found.idents.first().zip(found.idents.last()) else {
            return next.max(at + 1);
        };
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let is_macro = is_punct(tokens.get(next), b'!') && !is_punct(tokens.get(next + 1), b'=');
        if surroundings == Surroundings::Rules && found.anchor != Anchor::DollarCrate {
            return next;
        }
        let is_single = found.idents.len() == 1 && found.anchor == Anchor::Lexical;
        if !is_single
            || is_macro
            || is_plausible_name(before, *first, tokens.get(next), surroundings)
        {
            let span = self.between(first.span, last.span);
            let namespace = if is_macro {
                Namespace::Macro
            } else {
                Namespace::Any
            };
            let certainty = if found.anchor == Anchor::Lexical {
                self.certainty_of(*first, found.idents.len(), namespace, Certainty::Tokens)
            } else {
                Some(Certainty::Tokens)
            };
            let has_keyword_first = found.idents.len() > 1 || !is_keyword(*first);
            if let Some(certainty) = certainty.filter(|_| has_keyword_first) {
                let role = (ReferenceKind::Macro, namespace, certainty);
                let names: Vec<Name> = found.idents.iter().map(|ident| ident.name).collect();
                self.push_path(found.anchor, names, span, role);
            }
        }
        next
    }
}

/// A path in tokens.
struct TokenPath {
    anchor: Anchor,
    idents: Vec<Ident>,
    /// Index of the token behind it.
    next: usize,
}

impl TokenPath {
    fn read(tokens: &[Token], at: usize) -> Option<Self> {
        let (anchor, mut next) = if is_punct(tokens.get(at), b'$') {
            if tokens
                .get(at + 1)
                .is_none_or(|token| token.word != Word::Crate)
            {
                // `$name`: a variable, with what follows it.
                return Some(Self {
                    anchor: Anchor::Lexical,
                    idents: Vec::new(),
                    next: skip_variable(tokens, at),
                });
            }
            if !is_path_separator(tokens, at + 2) {
                return None;
            }
            (Anchor::DollarCrate, at + 4)
        } else if is_path_separator(tokens, at) {
            (Anchor::Global, at + 2)
        } else {
            (Anchor::Lexical, at)
        };
        let mut idents = Vec::new();
        while let Some(ident) = ident(tokens.get(next)) {
            if idents.is_empty() && is_keyword(ident) && !ident.word.begins_path() {
                return None;
            }
            idents.push(ident);
            next += 1;
            if !is_path_separator(tokens, next) || ident_at(tokens, next + 2).is_none() {
                break;
            }
            next += 2;
        }
        if idents.is_empty() {
            return None;
        }
        Some(Self {
            anchor,
            idents,
            next,
        })
    }
}

fn ident(token: Option<&Token>) -> Option<Ident> {
    token.and_then(Token::ident)
}

fn ident_at(tokens: &[Token], at: usize) -> Option<Ident> {
    ident(tokens.get(at))
}

pub(super) fn is_punct(token: Option<&Token>, character: u8) -> bool {
    token.is_some_and(|token| token.is_punct(character))
}

fn skip_variable(tokens: &[Token], at: usize) -> usize {
    let mut next = at + 1;
    if ident_at(tokens, next).is_none() {
        return next;
    }
    next += 1;
    while is_path_separator(tokens, next) && ident_at(tokens, next + 2).is_some() {
        next += 3;
    }
    next
}

fn is_path_separator(tokens: &[Token], at: usize) -> bool {
    is_punct(tokens.get(at), b':') && tokens[at].is_joint && is_punct(tokens.get(at + 1), b':')
}

/// Whether a single identifier in tokens is worth a look: a type or constant by its case, or a call.
fn is_plausible_name(
    before: Option<&Token>,
    ident: Ident,
    after: Option<&Token>,
    surroundings: Surroundings,
) -> bool {
    if is_punct(before, b'.') || is_punct(before, b'$') || is_keyword(ident) {
        return false;
    }
    if before.is_some_and(|word| defines_next(word.word)) {
        return false;
    }
    if is_punct(after, b'=') {
        return false;
    }
    if surroundings == Surroundings::Definition {
        // What a bare name in a definition means is decided where the macro is called.
        return false;
    }
    let is_call = after.is_some_and(|it| it.kind == Kind::Open(Delimiter::Parenthesis));
    ident.name.starts_with(char::is_uppercase) || is_call
}

/// Whether a word stands in front of a name that is defined, not used.
fn defines_next(word: Word) -> bool {
    matches!(
        word,
        Word::Struct
            | Word::Enum
            | Word::Fn
            | Word::Trait
            | Word::Type
            | Word::Const
            | Word::Static
            | Word::Mod
            | Word::Union
            | Word::Let
            | Word::Mut
            | Word::MacroRules
    )
}

/// Whether a word can be no name (<https://doc.rust-lang.org/reference/keywords.html>).
pub(super) fn is_keyword(ident: Ident) -> bool {
    ident.word.is_reserved()
}
