//! How deep tokens nest: they are parsed and walked by recursion, so what nests beyond all reason is refused, not tried.
//!
//! In: tokens. Out: whether they can be walked.

use super::syntax::token::{Delimiter, Kind, Token, Word};

/// Brackets inside of one another. Code that people or generators write stays below a hundred.
const BRACKETS: usize = 3_000;
/// Operators in one expression, each `else` of a chain of `else if` among them: each is one level of the syntax tree.
const OPERATORS: usize = 20_000;

/// Whether tokens nest too deep to be walked.
pub(super) fn is_too_deep(tokens: &[Token]) -> bool {
    let mut open: Vec<usize> = Vec::new();
    let mut operators = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(_) => {
                open.push(std::mem::take(&mut operators));
                if open.len() > BRACKETS {
                    return true;
                }
            }
            Kind::Close(delimiter) => {
                operators = open.pop().unwrap_or_default();
                // Behind a body the next item or statement begins, unless an operator or `else` follows.
                let begins_anew = tokens.get(at + 1).is_some_and(|next| match next.kind {
                    Kind::Ident => !matches!(next.word, Word::Else | Word::As),
                    Kind::Punct(b'#') => true,
                    _ => false,
                });
                if delimiter == Delimiter::Brace && begins_anew {
                    operators = 0;
                }
            }
            Kind::Punct(b';' | b',') => operators = 0,
            Kind::Punct(_) => operators += 1,
            Kind::Ident if token.word == Word::Else => operators += 1,
            _ => {}
        }
        if operators > OPERATORS {
            return true;
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
