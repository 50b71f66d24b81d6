//! How far an expression or an item reaches, told from its tokens without reading it
//! (<https://doc.rust-lang.org/reference/macros-by-example.html#metavariables>).
//!
//! In: where it begins. Out: where it ends, for what a fragment of a macro takes.
//! *Invariant:* looks at no token twice, and into no group; what comes of a wrong guess is code that does not parse.

use super::syntax::Parser;
use super::syntax::token::{Delimiter, Kind, Token, Word};

/// What stands in front of a token of an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, an operator, or a word behind which an operand follows.
    Operator,
    Operand,
    /// `::`.
    Separator,
    /// A path behind `as`.
    Cast,
}

/// Whether no expression begins with a word.
fn begins_no_expression(word: Word) -> bool {
    matches!(
        word,
        Word::As
            | Word::Else
            | Word::Enum
            | Word::Extern
            | Word::Fn
            | Word::Impl
            | Word::In
            | Word::Mod
            | Word::Mut
            | Word::Pub
            | Word::Ref
            | Word::Struct
            | Word::Trait
            | Word::Type
            | Word::Use
            | Word::Where
            | Word::Dyn
            | Word::Let
    )
}

/// Whether an operand follows a word.
fn is_prefix(word: Word) -> bool {
    matches!(
        word,
        Word::Async
            | Word::Break
            | Word::Const
            | Word::Dyn
            | Word::For
            | Word::If
            | Word::Let
            | Word::Match
            | Word::Move
            | Word::Mut
            | Word::Ref
            | Word::Return
            | Word::Static
            | Word::Unsafe
            | Word::While
            | Word::Yield
    )
}

/// The end of the expression that begins here: the first `,`, `;` or `=>` that is none of its own.
pub(super) fn expression_end(start: Parser<'_>) -> Option<Parser<'_>> {
    if begins_no_expression(start.word()) {
        return None;
    }
    if let Kind::Punct(character) = start.kind()
        && !b"-!*&|<.#:".contains(&character)
    {
        return None;
    }
    let mut at = start;
    let mut before = Before::Operator;
    let mut is_raw = false;
    while !at.is_at_end() {
        let word = at.word();
        match at.kind() {
            Kind::Ident => {
                before = match before {
                    Before::Operand if matches!(word, Word::Else | Word::In) => Before::Operator,
                    Before::Operand if word == Word::As => Before::Cast,
                    // `&raw const a`
                    Before::Operand if is_raw && matches!(word, Word::Const | Word::Mut) => {
                        Before::Operator
                    }
                    // Two operands stand side by side: the first is the whole.
                    Before::Operand => break,
                    Before::Cast => Before::Cast,
                    Before::Operator if is_prefix(word) => Before::Operator,
                    Before::Operator | Before::Separator => Before::Operand,
                };
                is_raw = word == Word::Raw;
                at.advance();
            }
            // The label of a loop or block.
            Kind::Lifetime => {
                at.advance();
                at.eat(b':');
                before = Before::Operator;
            }
            Kind::Punct(character) => {
                let next = match at.nth(1).kind {
                    Kind::Punct(next) if at.token().is_joint => next,
                    _ => 0,
                };
                at.advance();
                before = match (character, next) {
                    (b'<', b'<') | (b'|', b'|') if before == Before::Operand => {
                        at.advance();
                        Before::Operator
                    }
                    (b'|', _) if before == Before::Operator => {
                        at = closure_head(at)?;
                        Before::Operator
                    }
                    (b'<', _) if before != Before::Operand => {
                        at = angles_end(at)?;
                        Before::Operand
                    }
                    (b':', b':') => {
                        at.advance();
                        match before {
                            Before::Cast => Before::Cast,
                            _ => Before::Separator,
                        }
                    }
                    (b',' | b';' | b':', _) | (b'=', b'>') => {
                        return end_before(start, at);
                    }
                    (b'?', _) => Before::Operand,
                    _ => Before::Operator,
                };
            }
            Kind::Literal if before == Before::Operand => break,
            _ => {
                at.skip();
                before = Before::Operand;
            }
        }
    }
    (!start.is_same_place(&at)).then_some(at)
}

/// The place one token in front of another, if that is not where all begins.
fn end_before<'a>(start: Parser<'a>, behind: Parser<'a>) -> Option<Parser<'a>> {
    let end = behind.back();
    (!start.is_same_place(&end)).then_some(end)
}

/// Whether a `;` is among these tokens, those in groups aside.
pub(super) fn has_semicolon(tokens: &[Token]) -> bool {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_punct(b';') {
            return true;
        }
        at += token.length();
    }
    false
}

/// Behind the parameters of a closure whose first `|` was taken, and behind its result where it names one.
fn closure_head(mut at: Parser<'_>) -> Option<Parser<'_>> {
    while !at.eat(b'|') {
        at.skip().then_some(())?;
    }
    if at.is(b'-') && at.is_at(1, b'>') {
        while !at.opens(Delimiter::Brace) {
            at.skip().then_some(())?;
        }
    }
    Some(at)
}

/// Behind the `>` that closes a `<` that was taken.
fn angles_end(mut at: Parser<'_>) -> Option<Parser<'_>> {
    let mut open = 1;
    let mut is_arrow = false;
    while open > 0 {
        let kind = at.kind();
        match kind {
            Kind::Punct(b'<') => open += 1,
            Kind::Punct(b'>') if !is_arrow => open -= 1,
            _ => {}
        }
        is_arrow = matches!(kind, Kind::Punct(b'-' | b'='));
        at.skip().then_some(())?;
    }
    Some(at)
}

/// The end of the item that begins here: its `;`, or its braces.
pub(super) fn item_end(start: Parser<'_>) -> Option<Parser<'_>> {
    let mut at = start;
    while at.eat(b'#') {
        at.opens(Delimiter::Bracket).then_some(())?;
        at.skip();
    }
    while matches!(
        at.word(),
        Word::Pub | Word::Default | Word::Unsafe | Word::Async | Word::Auto
    ) {
        at.advance();
        if at.opens(Delimiter::Parenthesis) {
            at.skip();
        }
    }
    let next = at.word_at(1);
    let has_braces = match at.word() {
        Word::Fn
        | Word::Mod
        | Word::Struct
        | Word::Enum
        | Word::Union
        | Word::Trait
        | Word::Impl => true,
        Word::Use | Word::Static | Word::Type => false,
        Word::Const => matches!(next, Word::Fn | Word::Unsafe | Word::Async | Word::Extern),
        Word::Extern => next != Word::Crate,
        _ => return None,
    };
    at.advance();
    let mut is_behind_angle = false;
    while !at.is_at_end() {
        let is_end = at.is(b';') || has_braces && !is_behind_angle && at.opens(Delimiter::Brace);
        is_behind_angle = at.is(b'<');
        at.skip();
        if is_end {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use bumpalo::Bump;

    use super::*;
    use crate::facts::rust::syntax::{Home, Keep, Text, lex};

    /// What an end leaves over of the text, without its spaces.
    fn left(text: &str, end: impl for<'a> Fn(Parser<'a>) -> Option<Parser<'a>>) -> Option<String> {
        let source = Text { text, offset: 0 };
        let tokens = lex(source, Keep::Code).expect("tokens");
        let arena = Bump::new();
        let home = Home::new(&arena, source);
        let end = end(Parser::new(&home, &tokens))?;
        let rest = end.rest().first();
        let start = rest.map_or(text.len(), |token| token.span.start as usize);
        Some(text[start..].replace(' ', ""))
    }

    #[test]
    fn an_expression_ends_where_the_parser_says() {
        for (text, rest) in [
            ("a, b", ",b"),
            ("a + b * c; d", ";d"),
            ("|a, b| a + b, c", ",c"),
            ("move |a: Map<u8, u8>| -> Map<u8, u8> { a }, c", ",c"),
            ("|| x, c", ",c"),
            ("a || b, c", ",c"),
            ("f::<A, B>(x), c", ",c"),
            ("<A as B<C, D>>::f(x), c", ",c"),
            ("x as Map<A, B>, c", ",c"),
            ("a < b, c", ",c"),
            ("a << b, c", ",c"),
            ("a << <A as B<C, D>>::E, c", ",c"),
            ("a => b", "=>b"),
            ("'a: loop { break 'a; }, c", ",c"),
            ("if a < b { c } else { d }, e", ",e"),
            ("x.map(|a| a)?.y, c", ",c"),
            ("&|a, b| a, c", ",c"),
            ("Map::<A, B>::new(), c", ",c"),
            ("..", ""),
            ("match a { b => c, d => e }", ""),
            ("a b", "b"),
            ("vec vec![a], b", "vec![a],b"),
            ("a \"b\"", "\"b\""),
            ("if let Some(ref mut a) = b { c } else { d } e", "e"),
            ("for a in b { c }, d", ",d"),
            ("&raw const a, b", ",b"),
            ("unsafe { a } b", "b"),
            ("a as *const u8 as usize, b", ",b"),
            ("async move { a }, b", ",b"),
            ("return a.0, b", ",b"),
            ("loop { break 'a 1 }, b", ",b"),
        ] {
            assert_eq!(left(text, expression_end).as_deref(), Some(rest), "{text}");
        }
        for text in ["fn x", "=> a", ", a", "pub a"] {
            assert_eq!(left(text, expression_end), None, "{text}");
        }
    }

    #[test]
    fn an_item_ends_where_the_parser_says() {
        for (text, rest) in [
            ("#[cfg(test)] pub(crate) mod a; b", "b"),
            ("pub unsafe fn f<T>() -> [u8; 2] where T: A, { x } b", "b"),
            ("use a::{b, c}; d", "d"),
            ("const X: u8 = { 1 }; d", "d"),
            ("const fn x() {} d", "d"),
            ("struct A(u8); d", "d"),
            ("struct A { b: u8 } d", "d"),
            ("impl A<{ N }> for B {} d", "d"),
            ("extern crate a; d", "d"),
            ("extern \"C\" { fn f(); } d", "d"),
        ] {
            assert_eq!(left(text, item_end).as_deref(), Some(rest), "{text}");
        }
        assert_eq!(left("a! {} b", item_end), None);
    }
}
