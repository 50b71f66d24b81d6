//! How far an expression or an item reaches, told from its tokens without reading it
//! (<https://doc.rust-lang.org/reference/macros-by-example.html#metavariables>).
//!
//! In: where it begins. Out: where it ends, for what a fragment of a macro takes.
//! *Invariant:* looks at no token twice, and into no group; what comes of a wrong guess is code that does not parse.

use proc_macro2::{Delimiter, Spacing};
use syn::buffer::Cursor;

/// Words that no expression begins with.
const NO_EXPRESSION: [&str; 18] = [
    "as", "else", "enum", "extern", "fn", "impl", "in", "mod", "mut", "pub", "ref", "struct",
    "trait", "type", "use", "where", "dyn", "let",
];

/// Words behind which an operand follows.
const PREFIX_WORDS: [&str; 16] = [
    "async", "break", "const", "dyn", "for", "if", "let", "match", "move", "mut", "ref", "return",
    "static", "unsafe", "while", "yield",
];

/// Words between two operands.
const INFIX_WORDS: [&str; 2] = ["else", "in"];

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

/// The end of the expression that begins here: the first `,`, `;` or `=>` that is none of its own.
pub(super) fn expression_end(start: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some((word, _)) = start.ident()
        && NO_EXPRESSION.iter().any(|it| word == it)
    {
        return None;
    }
    if let Some((punct, _)) = start.punct()
        && !"-!*&|<.#:'".contains(punct.as_char())
    {
        return None;
    }
    let mut at = start;
    let mut before = Before::Operator;
    let mut is_raw = false;
    while !at.eof() {
        if let Some((word, rest)) = at.ident() {
            let is_word = |words: &[&str]| words.iter().any(|it| word == it);
            before = match before {
                Before::Operand if is_word(&INFIX_WORDS) => Before::Operator,
                Before::Operand if word == "as" => Before::Cast,
                // `&raw const a`
                Before::Operand if is_raw && is_word(&["const", "mut"]) => Before::Operator,
                // Two operands stand side by side: the first is the whole.
                Before::Operand => break,
                Before::Cast => Before::Cast,
                Before::Operator if is_word(&PREFIX_WORDS) => Before::Operator,
                Before::Operator | Before::Separator => Before::Operand,
            };
            is_raw = word == "raw";
            at = rest;
            continue;
        }
        // The label of a loop or block; syn takes its quote for no punctuation.
        if let Some((_, label)) = at.lifetime() {
            let colon = label.punct().filter(|(it, _)| it.as_char() == ':');
            at = colon.map_or(label, |(_, rest)| rest);
            before = Before::Operator;
            continue;
        }
        let Some((punct, rest)) = at.punct() else {
            if before == Before::Operand && at.literal().is_some() {
                break;
            }
            at = skip(at)?;
            before = Before::Operand;
            continue;
        };
        let next = rest
            .punct()
            .filter(|_| punct.spacing() == Spacing::Joint)
            .map(|(next, _)| next.as_char());
        (at, before) = match (punct.as_char(), next) {
            ('<', Some('<')) | ('|', Some('|')) if before == Before::Operand => {
                (rest.punct()?.1, Before::Operator)
            }
            ('|', _) if before == Before::Operator => (closure_head(rest)?, Before::Operator),
            ('<', _) if before != Before::Operand => (angles_end(rest)?, Before::Operand),
            (':', Some(':')) => {
                let is_cast = before == Before::Cast;
                let after = rest.punct()?.1;
                (
                    after,
                    if is_cast {
                        Before::Cast
                    } else {
                        Before::Separator
                    },
                )
            }
            (',' | ';' | ':', _) | ('=', Some('>')) => break,
            ('?', _) => (rest, Before::Operand),
            _ => (rest, Before::Operator),
        };
    }
    (at != start).then_some(at)
}

/// Whether a `;` is among these tokens, those in groups aside.
pub(super) fn has_semicolon(start: Cursor<'_>) -> bool {
    let mut at = Some(start);
    while let Some(token) = at.filter(|it| !it.eof()) {
        let punct = token.punct();
        if punct.as_ref().is_some_and(|(it, _)| it.as_char() == ';') {
            return true;
        }
        at = punct.map(|(_, rest)| rest).or_else(|| skip(token));
    }
    false
}

/// Behind the parameters of a closure whose first `|` was taken, and behind its result where it names one.
fn closure_head(mut at: Cursor<'_>) -> Option<Cursor<'_>> {
    loop {
        match at.punct() {
            Some((punct, rest)) if punct.as_char() == '|' => {
                at = rest;
                break;
            }
            _ => at = skip(at)?,
        }
    }
    let arrow = at.punct().filter(|(it, _)| it.as_char() == '-');
    let arrow = arrow.and_then(|(_, rest)| rest.punct());
    if arrow.is_some_and(|(it, _)| it.as_char() == '>') {
        while at.group(Delimiter::Brace).is_none() {
            at = skip(at)?;
        }
    }
    Some(at)
}

/// Behind the `>` that closes a `<` that was taken.
fn angles_end(mut at: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut open = 1;
    let mut is_arrow = false;
    while open > 0 {
        let Some((punct, rest)) = at.punct() else {
            at = skip(at)?;
            is_arrow = false;
            continue;
        };
        match punct.as_char() {
            '<' => open += 1,
            '>' if !is_arrow => open -= 1,
            _ => {}
        }
        is_arrow = matches!(punct.as_char(), '-' | '=');
        at = rest;
    }
    Some(at)
}

/// The end of the item that begins here: its `;`, or its braces.
pub(super) fn item_end(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut at = start;
    while let Some((punct, rest)) = at.punct() {
        if punct.as_char() != '#' {
            return None;
        }
        let (.., after) = rest.group(Delimiter::Bracket)?;
        at = after;
    }
    let (mut word, mut rest) = at.ident()?;
    while ["pub", "default", "unsafe", "async", "auto"]
        .iter()
        .any(|it| word == it)
    {
        if let Some((.., after)) = rest.group(Delimiter::Parenthesis) {
            rest = after;
        }
        (word, rest) = rest.ident()?;
    }
    let has_braces = match word.to_string().as_str() {
        "fn" | "mod" | "struct" | "enum" | "union" | "trait" | "impl" => true,
        "use" | "static" | "type" => false,
        "const" => rest
            .ident()
            .is_some_and(|(it, _)| ["fn", "unsafe", "async", "extern"].iter().any(|w| it == w)),
        "extern" => rest.ident().is_none_or(|(it, _)| it != "crate"),
        _ => return None,
    };
    let mut at = rest;
    let mut is_behind_angle = false;
    while !at.eof() {
        let is_end = match at.punct() {
            Some((punct, _)) => punct.as_char() == ';',
            None => has_braces && !is_behind_angle && at.group(Delimiter::Brace).is_some(),
        };
        is_behind_angle = at.punct().is_some_and(|(it, _)| it.as_char() == '<');
        at = skip(at)?;
        if is_end {
            return Some(at);
        }
    }
    None
}

/// Behind one token or group.
fn skip(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some((_, _, _, rest)) = at.any_group() {
        return Some(rest);
    }
    at.token_tree().map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::parse::{ParseStream, Parser};

    use super::*;

    /// How many characters of the text without its spaces an end leaves over.
    fn left(text: &str, end: impl Fn(Cursor<'_>) -> Option<Cursor<'_>>) -> Option<String> {
        let parser = |input: ParseStream<'_>| {
            let end = end(input.cursor());
            let rest = end.map(|end| end.token_stream().to_string().replace(' ', ""));
            let _: TokenStream = input.parse()?;
            Ok(rest)
        };
        parser.parse_str(text).expect("tokens")
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
