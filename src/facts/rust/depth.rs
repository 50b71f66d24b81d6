//! How deep a text nests: it is parsed and walked by recursion, so what nests beyond all reason is refused, not tried.
//!
//! In: a text and its tokens. Out: whether it can be walked.
//! *Invariant:* the look at the text alone never lets something too deep pass; the tokens decide where it is in doubt.

use proc_macro2::{TokenStream, TokenTree, token_stream};

/// Brackets inside of one another. Code that people or generators write stays below a hundred.
const BRACKETS: usize = 3_000;
/// Operators in one expression: each is one level of the syntax tree.
const OPERATORS: usize = 20_000;

/// Each `else` of a chain of `else if` is one level as well.
const ELSE: &str = "else";

/// Whether the text nests too deep to be walked.
pub(super) fn is_too_deep(text: &str, tokens: &TokenStream) -> bool {
    may_be_too_deep(text) && tokens_are_too_deep(tokens)
}

/// Counts what is in strings and comments as well, so it doubts more than it must.
fn may_be_too_deep(text: &str) -> bool {
    let (mut open, mut operators) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if matches!(byte, b';' | b',' | b'{' | b'}') {
            operators = 0;
        } else if byte.is_ascii_punctuation() {
            operators += 1;
        }
        if open > BRACKETS || operators > OPERATORS {
            return true;
        }
    }
    text.len() > OPERATORS * ELSE.len() && text.matches(ELSE).count() > OPERATORS
}

/// Walks the tokens without recursion.
fn tokens_are_too_deep(tokens: &TokenStream) -> bool {
    let mut open: Vec<(token_stream::IntoIter, usize)> = vec![(tokens.clone().into_iter(), 0)];
    while let Some((rest, operators)) = open.last_mut() {
        if *operators > OPERATORS {
            return true;
        }
        match rest.next() {
            None => {
                open.pop();
            }
            Some(TokenTree::Group(group)) => {
                open.push((group.stream().into_iter(), 0));
                if open.len() > BRACKETS {
                    return true;
                }
            }
            Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), ';' | ',') => {
                *operators = 0;
            }
            Some(TokenTree::Punct(_)) => *operators += 1,
            Some(TokenTree::Ident(word)) if word == ELSE => *operators += 1,
            Some(_) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::facts::rust::read;

    #[test]
    fn what_nests_beyond_reason_is_an_error_and_no_crash() {
        let brackets = format!(
            "fn f() {{ {}1{}; }}",
            "(".repeat(20_000),
            ")".repeat(20_000)
        );
        let sum = format!("const N: u64 = 0{};", " + 1".repeat(50_000));
        let chain = format!("fn f() {{ if a {{}}{} }}", " else if a {}".repeat(50_000));
        for text in [brackets, sum, chain] {
            let error = read(&text).error.expect("refused");
            assert!(
                error.message.contains("nests too deep"),
                "{}",
                error.message
            );
        }
    }

    #[test]
    fn brackets_in_strings_do_not_count() {
        let text = format!("const S: &str = \"{}\";", "(+".repeat(60_000));
        assert_eq!(read(&text).error, None);
    }
}
