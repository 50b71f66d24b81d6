//! Paths in tokens that are not read as Rust.
//!
//! In: tokens. Out: what has the shape of a path, with [`Certainty::Tokens`].
//! *Invariant:* a word alone is recorded only where it may be a name.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::collector::{Collector, name_of};
use super::shapes::is_punct;
use crate::base::{Name, ReferenceKind};
use crate::facts::{Anchor, Certainty, Namespace};

/// Words in front of a name that is defined, not used.
const DEFINING_WORDS: [&str; 12] = [
    "struct",
    "enum",
    "fn",
    "trait",
    "type",
    "const",
    "static",
    "mod",
    "union",
    "let",
    "mut",
    "macro_rules",
];

/// Keywords that a path may begin with.
const BEGINS_PATH: [&str; 4] = ["Self", "crate", "self", "super"];

/// Words that are no names (<https://doc.rust-lang.org/reference/keywords.html>).
const KEYWORDS: [&str; 40] = [
    "Self", "_", "abstract", "as", "async", "await", "box", "break", "const", "continue", "crate",
    "dyn", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in", "let", "loop",
    "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "type", "unsafe", "use", "where",
];

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
    pub(super) fn scan_call(&mut self, tokens: TokenStream) {
        self.scan(tokens, Surroundings::Call);
    }

    /// Records what has the shape of a path in tokens of unknown meaning.
    pub(super) fn scan(&mut self, tokens: TokenStream, surroundings: Surroundings) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < trees.len() {
            match &trees[at] {
                TokenTree::Group(group) => {
                    self.scan(group.stream(), surroundings);
                    at += 1;
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {
                    at = self.scan_path(&trees, at, surroundings);
                }
                TokenTree::Literal(_) => at += 1,
            }
        }
    }

    /// Reads a path that begins at `at`, if there is one; gives the index behind what was read.
    fn scan_path(&mut self, trees: &[TokenTree], at: usize, surroundings: Surroundings) -> usize {
        let Some(found) = TokenPath::read(trees, at) else {
            return at + 1;
        };
        let next = found.next;
        let Some((first, last)) = found.idents.first().zip(found.idents.last()) else {
            return next.max(at + 1);
        };
        let before = at.checked_sub(1).map(|before| &trees[before]);
        let is_macro = is_punct(trees.get(next), '!') && !is_punct(trees.get(next + 1), '=');
        if surroundings == Surroundings::Rules && found.anchor != Anchor::DollarCrate {
            return next;
        }
        let is_single = found.idents.len() == 1 && found.anchor == Anchor::Lexical;
        if !is_single || is_macro || is_plausible_name(before, first, trees.get(next), surroundings)
        {
            let span = self.between(first.span(), last.span());
            let names: Vec<Name> = found.idents.iter().map(|ident| name_of(ident)).collect();
            let namespace = if is_macro {
                Namespace::Macro
            } else {
                Namespace::Any
            };
            let of_definition = self.is_of_definition(first.span());
            let certainty = if found.anchor == Anchor::Lexical {
                self.certainty_of(&names, of_definition, namespace, Certainty::Tokens)
            } else {
                Some(Certainty::Tokens)
            };
            let has_keyword_first = names.len() > 1 || !is_keyword(first);
            if let Some(certainty) = certainty.filter(|_| has_keyword_first) {
                let role = (ReferenceKind::Macro, namespace, certainty);
                self.push_path(found.anchor, names, span, role);
            }
        }
        next
    }
}

/// A path in tokens.
struct TokenPath<'t> {
    anchor: Anchor,
    idents: Vec<&'t Ident>,
    /// Index of the token behind it.
    next: usize,
}

impl<'t> TokenPath<'t> {
    fn read(trees: &'t [TokenTree], at: usize) -> Option<Self> {
        let (anchor, mut next) = if is_punct(trees.get(at), '$') {
            if !matches!(trees.get(at + 1), Some(TokenTree::Ident(ident)) if ident == "crate") {
                // `$name`: a variable, with what follows it.
                return Some(Self {
                    anchor: Anchor::Lexical,
                    idents: Vec::new(),
                    next: skip_variable(trees, at),
                });
            }
            if !is_path_separator(trees, at + 2) {
                return None;
            }
            (Anchor::DollarCrate, at + 4)
        } else if is_path_separator(trees, at) {
            (Anchor::Global, at + 2)
        } else {
            (Anchor::Lexical, at)
        };
        let mut idents = Vec::new();
        while let Some(TokenTree::Ident(ident)) = trees.get(next) {
            if idents.is_empty()
                && is_keyword(ident)
                && !BEGINS_PATH.contains(&ident.to_string().as_str())
            {
                return None;
            }
            idents.push(ident);
            next += 1;
            if !is_path_separator(trees, next)
                || !matches!(trees.get(next + 2), Some(TokenTree::Ident(_)))
            {
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

fn skip_variable(trees: &[TokenTree], at: usize) -> usize {
    let mut next = at + 1;
    if !matches!(trees.get(next), Some(TokenTree::Ident(_))) {
        return next;
    }
    next += 1;
    while is_path_separator(trees, next) && matches!(trees.get(next + 2), Some(TokenTree::Ident(_)))
    {
        next += 3;
    }
    next
}

fn is_path_separator(trees: &[TokenTree], at: usize) -> bool {
    is_punct(trees.get(at), ':')
        && is_punct(trees.get(at + 1), ':')
        && matches!(&trees[at], TokenTree::Punct(p) if p.spacing() == proc_macro2::Spacing::Joint)
}

/// Whether a single identifier in tokens is worth a look: a type or constant by its case, or a call.
fn is_plausible_name(
    before: Option<&TokenTree>,
    ident: &Ident,
    after: Option<&TokenTree>,
    surroundings: Surroundings,
) -> bool {
    if is_punct(before, '.') || is_punct(before, '$') || is_punct(before, '\'') || is_keyword(ident)
    {
        return false;
    }
    if let Some(TokenTree::Ident(word)) = before
        && DEFINING_WORDS.contains(&word.to_string().as_str())
    {
        return false;
    }
    if is_punct(after, '=') {
        return false;
    }
    if surroundings == Surroundings::Definition {
        // What a bare name in a definition means is decided where the macro is called.
        return false;
    }
    let text = ident.to_string();
    let is_call = matches!(after, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
    text.starts_with(char::is_uppercase) || is_call
}

pub(super) fn is_keyword(ident: &Ident) -> bool {
    KEYWORDS.contains(&ident.to_string().as_str())
}
