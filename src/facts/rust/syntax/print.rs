//! Tokens → text.
//!
//! In: tokens. Out: a text that can be cut into the same ones again; delimiters that nobody sees are left out.

use super::parser::Home;
use super::token::{Delimiter, Kind, Token, Word};

/// Tokens as a text that can be cut into the same ones again.
pub(crate) fn text_of(home: &Home<'_>, tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token.kind {
            Kind::Ident => text.extend(raw_prefix(token).into_iter().chain(token.name.as_deref())),
            Kind::Lifetime => text.extend(["'", token.name.as_deref().unwrap_or_default()]),
            Kind::Literal => text.push_str(home.literal(token)),
            Kind::Punct(character) => text.push(char::from(character)),
            Kind::Open(Delimiter::Parenthesis) => text.push('('),
            Kind::Open(Delimiter::Bracket) => text.push('['),
            Kind::Open(Delimiter::Brace) => text.push('{'),
            Kind::Close(Delimiter::Parenthesis) => text.push(')'),
            Kind::Close(Delimiter::Bracket) => text.push(']'),
            Kind::Close(Delimiter::Brace) => text.push('}'),
            Kind::Open(Delimiter::None) | Kind::Close(Delimiter::None) | Kind::End => {}
        }
        if !token.is_joint {
            text.push(' ');
        }
    }
    text
}

/// What stands in front of a keyword that is used as a name.
fn raw_prefix(token: &Token) -> Option<&'static str> {
    let text = token.name?;
    let is_raw = token.word == Word::None && Word::of(text.as_str()) != Word::None;
    is_raw.then_some("r#")
}
