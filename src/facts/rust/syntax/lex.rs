//! Text → tokens (<https://doc.rust-lang.org/reference/tokens.html>).
//!
//! In: a text. Out: a flat list of [`Token`]s with balanced delimiters, or where it cannot be cut.
//! *Invariant:* looks at each byte once; comments are left out, and documentation too unless it is asked for.

use std::cell::RefCell;
use std::hash::Hasher;

use rustc_hash::FxHasher;
use unicode_ident::{is_xid_continue, is_xid_start};

use super::token::{Delimiter, Kind, Token, Word};
use super::{Text, Unread};
use crate::base::{Name, Span, name, number};

/// What else a list of tokens has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Code alone.
    Code,
    /// Documentation as the attributes that it stands for, for macros that match them.
    Documentation,
    /// Documentation, and all of it as a definition of a macro: tokens stand nowhere, literals carry their text.
    Definition,
}

/// Cuts a text into tokens.
///
/// # Errors
/// Where something is not closed, or a character has no place in code.
pub(crate) fn lex(text: Text<'_>, keep: Keep) -> Result<Vec<Token>, Unread> {
    let mut tokens = Vec::with_capacity(text.text.len() / 4);
    lex_into(text, keep, &mut tokens)?;
    Ok(tokens)
}

/// Cuts a text into tokens, in place of those that the list holds.
///
/// # Errors
/// Where something is not closed, or a character has no place in code.
pub(crate) fn lex_into(text: Text<'_>, keep: Keep, tokens: &mut Vec<Token>) -> Result<(), Unread> {
    tokens.clear();
    let mut lexer = Lexer {
        bytes: text.text.as_bytes(),
        text,
        keep,
        at: 0,
        tokens,
        open: Vec::new(),
    };
    lexer.run()
}

struct Lexer<'t> {
    bytes: &'t [u8],
    text: Text<'t>,
    keep: Keep,
    at: usize,
    tokens: &'t mut Vec<Token>,
    /// The delimiters that are open, by the index of their tokens.
    open: Vec<usize>,
}

/// How many names a thread remembers.
const REMEMBERED: usize = 4096;

/// The name that a text is. Most identifiers come again soon: a thread asks its own memory first, and nobody else then.
fn intern(text: &str) -> Name {
    thread_local! {
        static LATELY: RefCell<Vec<Option<Name>>> = const { RefCell::new(Vec::new()) };
    }
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    LATELY.with_borrow_mut(|lately| {
        lately.resize(REMEMBERED, None);
        // The high bits are the well mixed ones.
        let slot = (hasher.finish() >> 32) as usize % REMEMBERED;
        let slot = &mut lately[slot];
        match slot {
            Some(known) if known.as_str() == text => *known,
            _ => *slot.insert(name(text)),
        }
    })
}

const fn begins_identifier(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

const fn continues_identifier(byte: u8) -> bool {
    begins_identifier(byte) || byte.is_ascii_digit()
}

const fn is_punctuation(byte: u8) -> bool {
    matches!(
        byte,
        b'!' | b'#'
            | b'$'
            | b'%'
            | b'&'
            | b'*'
            | b'+'
            | b','
            | b'-'
            | b'.'
            | b'/'
            | b':'
            | b';'
            | b'<'
            | b'='
            | b'>'
            | b'?'
            | b'@'
            | b'^'
            | b'|'
            | b'~'
    )
}

impl Lexer<'_> {
    fn run(&mut self) -> Result<(), Unread> {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\n' | b'\t' | b'\r' | 0x0b | 0x0c => self.at += 1,
                b'/' if self.next(1) == b'/' => self.line_comment(),
                b'/' if self.next(1) == b'*' => self.block_comment()?,
                b'(' => self.open(Delimiter::Parenthesis),
                b'[' => self.open(Delimiter::Bracket),
                b'{' => self.open(Delimiter::Brace),
                b')' => self.close(Delimiter::Parenthesis)?,
                b']' => self.close(Delimiter::Bracket)?,
                b'}' => self.close(Delimiter::Brace)?,
                b'"' => self.quoted(0)?,
                b'\'' => self.quote()?,
                b'0'..=b'9' => self.number(),
                b'r' | b'b' | b'c' if self.literal_prefix()? => {}
                _ if begins_identifier(byte) => self.identifier()?,
                _ if is_punctuation(byte) => self.punctuation(byte),
                _ => return Err(self.unread(self.at, "a character has no place here")),
            }
        }
        match self.open.last() {
            Some(&open) => {
                let span = self.tokens[open].span;
                let at = span.start.saturating_sub(self.text.offset) as usize;
                Err(self.unread(at, "this bracket is not closed"))
            }
            None => Ok(()),
        }
    }

    fn next(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn unread(&self, at: usize, what: &'static str) -> Unread {
        let rest = &self.text.text[at..];
        let length = rest.chars().next().map_or(0, char::len_utf8);
        Unread {
            message: what.to_owned(),
            span: self.span(at, at + length),
        }
    }

    /// Where something stands in the whole text.
    fn span(&self, start: usize, end: usize) -> Span {
        let offset = self.text.offset;
        Span::new(number(start) + offset, number(end) + offset)
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let span = match self.keep {
            Keep::Definition => Span::default(),
            _ => self.span(start, self.at),
        };
        self.tokens.push(Token {
            kind,
            span,
            ..Token::END
        });
    }

    fn literal(&mut self, start: usize) {
        self.push(Kind::Literal, start);
        if self.keep == Keep::Definition
            && let Some(literal) = self.tokens.last_mut()
        {
            literal.name = Some(name(&self.text.text[start..self.at]));
        }
    }

    fn open(&mut self, delimiter: Delimiter) {
        self.open.push(self.tokens.len());
        self.at += 1;
        self.push(Kind::Open(delimiter), self.at - 1);
    }

    fn close(&mut self, delimiter: Delimiter) -> Result<(), Unread> {
        let Some(open) = self.open.pop() else {
            return Err(self.unread(self.at, "this bracket was not opened"));
        };
        if self.tokens[open].kind != Kind::Open(delimiter) {
            return Err(self.unread(self.at, "this bracket closes another one than was opened"));
        }
        let distance = number(self.tokens.len() - open);
        self.tokens[open].partner = distance;
        self.at += 1;
        self.push(Kind::Close(delimiter), self.at - 1);
        if let Some(close) = self.tokens.last_mut() {
            close.partner = distance;
        }
        Ok(())
    }

    fn punctuation(&mut self, byte: u8) {
        self.at += 1;
        self.push(Kind::Punct(byte), self.at - 1);
        // What opens a comment is no part of an operator.
        let next = self.next(0);
        let is_comment = next == b'/' && matches!(self.next(1), b'/' | b'*');
        if let Some(punct) = self.tokens.last_mut() {
            punct.is_joint = is_punctuation(next) && !is_comment;
        }
    }

    /// The end of the identifier that goes on at `at`.
    fn identifier_end(&self, mut at: usize) -> usize {
        while self
            .bytes
            .get(at)
            .is_some_and(|it| continues_identifier(*it))
        {
            at += 1;
        }
        at
    }

    fn identifier(&mut self) -> Result<(), Unread> {
        let start = self.at;
        let end = self.identifier_end(start);
        let text = &self.text.text[start..end];
        if text.is_ascii() {
            self.word(start, start, end);
            return Ok(());
        }
        // <https://doc.rust-lang.org/reference/identifiers.html>
        let first = text.chars().next().unwrap_or('_');
        if first != '_' && !is_xid_start(first) {
            // Marks of the direction of text count as spaces.
            if !first.is_whitespace() && !matches!(first, '\u{200e}' | '\u{200f}') {
                return Err(self.unread(start, "a character has no place here"));
            }
            self.at += first.len_utf8();
            return Ok(());
        }
        let mut letters = text.char_indices();
        let behind = letters.find(|(_, it)| !is_xid_continue(*it));
        self.word(start, start, behind.map_or(end, |(at, _)| start + at));
        Ok(())
    }

    /// An identifier: from `start`, its name from `from`.
    fn word(&mut self, start: usize, from: usize, end: usize) {
        self.at = end;
        self.push(Kind::Ident, start);
        let text = &self.text.text[from..end];
        if let Some(token) = self.tokens.last_mut() {
            token.name = Some(intern(text));
            if from == start {
                token.word = Word::of(text);
            }
        }
    }

    /// `r"…"`, `b'…'`, `r#name` and their kin; false where an identifier begins.
    fn literal_prefix(&mut self) -> Result<bool, Unread> {
        match (self.next(0), self.next(1), self.next(2)) {
            (b'b', b'\'', _) => {
                let start = self.at;
                self.at += 1;
                self.character(start)?;
            }
            (b'b' | b'c', b'"', _) => self.quoted(1)?,
            (b'r', b'"', _) | (b'r', b'#', b'"' | b'#') => self.raw(1)?,
            (b'b' | b'c', b'r', b'"' | b'#') => self.raw(2)?,
            (b'r', b'#', next) if begins_identifier(next) => {
                let end = self.identifier_end(self.at + 2);
                self.word(self.at, self.at + 2, end);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// A text in quotes, behind a prefix.
    fn quoted(&mut self, prefix: usize) -> Result<(), Unread> {
        let start = self.at;
        let mut at = start + prefix + 1;
        loop {
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => at += 2,
                Some(_) => at += 1,
                None => return Err(self.unread(start, "this text is not closed")),
            }
        }
        self.at = self.identifier_end(at + 1);
        self.literal(start);
        Ok(())
    }

    fn raw(&mut self, prefix: usize) -> Result<(), Unread> {
        let start = self.at;
        let hashes = self.bytes[start + prefix..]
            .iter()
            .take_while(|it| **it == b'#')
            .count();
        let mut at = start + prefix + hashes;
        if self.bytes.get(at) != Some(&b'"') {
            return Err(self.unread(start, "a character has no place here"));
        }
        loop {
            at += 1;
            match self.bytes.get(at) {
                Some(b'"') => {
                    let behind = &self.bytes[at + 1..];
                    let closing = behind.iter().take(hashes).filter(|it| **it == b'#').count();
                    let is_closed = behind.len() >= hashes && closing == hashes;
                    if is_closed {
                        break;
                    }
                }
                Some(_) => {}
                None => return Err(self.unread(start, "this text is not closed")),
            }
        }
        self.at = self.identifier_end(at + 1 + hashes);
        self.literal(start);
        Ok(())
    }

    /// What begins with `'`: a character or a lifetime.
    fn quote(&mut self) -> Result<(), Unread> {
        let start = self.at;
        let behind = &self.text.text[start + 1..];
        let mut letters = behind.chars();
        let first = letters.next().unwrap_or('\0');
        let begins_name = first == '_' || is_xid_start(first);
        if !begins_name || letters.next() == Some('\'') {
            return self.character(start);
        }
        let is_raw = behind.starts_with("r#");
        let from = start + 1 + if is_raw { 2 } else { 0 };
        self.at = self.identifier_end(from);
        self.push(Kind::Lifetime, start);
        let text = &self.text.text[from..self.at];
        if let Some(token) = self.tokens.last_mut() {
            token.name = Some(intern(text));
        }
        Ok(())
    }

    /// `'…'` at the quote; the literal begins at `start`.
    fn character(&mut self, start: usize) -> Result<(), Unread> {
        let mut at = self.at + 1;
        if self.bytes.get(at) == Some(&b'\\') {
            at += 2;
        } else {
            let rest = &self.text.text[at.min(self.bytes.len())..];
            at += rest.chars().next().map_or(0, char::len_utf8);
        }
        // `\x7f` and `\u{…}` are longer than one character.
        while self
            .bytes
            .get(at)
            .is_some_and(|it| *it != b'\'' && *it != b'\n')
        {
            at += 1;
        }
        if self.bytes.get(at) != Some(&b'\'') {
            return Err(self.unread(start, "this character is not closed"));
        }
        self.at = self.identifier_end(at + 1);
        self.literal(start);
        Ok(())
    }

    fn number(&mut self) {
        let start = self.at;
        let is_decimal =
            self.bytes[start] != b'0' || !matches!(self.next(1), b'x' | b'o' | b'b' | b'X');
        let mut at = self.identifier_end(start);
        if is_decimal {
            let behind = self.bytes.get(at + 1).copied().unwrap_or(0);
            let is_fraction = self.bytes.get(at) == Some(&b'.')
                && behind != b'.'
                && !begins_identifier(behind)
                && !self.bytes[start..at].iter().any(u8::is_ascii_alphabetic);
            if is_fraction {
                at = self.identifier_end(at + 1);
            }
            // `1e-9`: what is read so far ends with the letter.
            let sign = self.bytes.get(at).copied().unwrap_or(0);
            let is_exponent = matches!(self.bytes[at - 1], b'e' | b'E')
                && matches!(sign, b'+' | b'-')
                && self.bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
                && self.bytes[start..at - 1]
                    .iter()
                    .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'_'));
            if is_exponent {
                at = self.identifier_end(at + 1);
            }
        }
        self.at = at;
        self.literal(start);
    }

    fn line_comment(&mut self) {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = rest
            .iter()
            .position(|it| *it == b'\n')
            .unwrap_or(rest.len());
        self.at += length;
        let is_outer =
            self.bytes.get(start + 2) == Some(&b'/') && self.bytes.get(start + 3) != Some(&b'/');
        let is_inner = self.bytes.get(start + 2) == Some(&b'!');
        self.documentation(start, is_outer, is_inner);
    }

    fn block_comment(&mut self) -> Result<(), Unread> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match (self.next(0), self.next(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        break;
                    }
                }
                _ if self.at >= self.bytes.len() => {
                    return Err(self.unread(start, "this comment is not closed"));
                }
                _ => self.at += 1,
            }
        }
        let text = &self.bytes[start..self.at];
        let is_outer = text.starts_with(b"/**") && text.len() > 4 && text[3] != b'*';
        let is_inner = text.starts_with(b"/*!");
        self.documentation(start, is_outer, is_inner);
        Ok(())
    }

    /// `#[doc = "…"]`, where a comment is that and somebody asks for it. All of its tokens stand where the comment does.
    fn documentation(&mut self, start: usize, is_outer: bool, is_inner: bool) {
        if self.keep == Keep::Code || !(is_outer || is_inner) {
            return;
        }
        self.push(Kind::Punct(b'#'), start);
        if is_inner {
            self.push(Kind::Punct(b'!'), start);
        }
        let open = self.tokens.len();
        self.push(Kind::Open(Delimiter::Bracket), start);
        self.push(Kind::Ident, start);
        self.push(Kind::Punct(b'='), start);
        self.push(Kind::Literal, start);
        self.push(Kind::Close(Delimiter::Bracket), start);
        self.tokens[open].partner = 4;
        self.tokens[open + 1].name = Some(name("doc"));
        // What it says matters to nobody.
        self.tokens[open + 3].name = Some(name("\"\""));
        self.tokens[open + 4].partner = 4;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str, keep: Keep) -> Vec<Kind> {
        let tokens = lex(Text { text, offset: 0 }, keep).expect("can be cut");
        tokens.iter().map(|token| token.kind).collect()
    }

    fn texts(text: &str) -> Vec<&str> {
        let tokens = lex(Text { text, offset: 0 }, Keep::Code).expect("can be cut");
        let spans = tokens.iter().map(|token| token.span);
        spans
            .map(|span| &text[span.start as usize..span.end as usize])
            .collect()
    }

    #[test]
    fn literals_end_where_the_language_says() {
        for text in [
            "0xff_u8",
            "1.5e-3f64",
            "1e9",
            "1_000",
            "1.",
            "\"a\\\"b\"",
            "r#\"a\"b\"#",
            "br\"x\"",
            "c\"x\"",
            "b'\\''",
            "'\\u{1f600}'",
            "'é'",
            "b\"\\\\\"",
            "0b1010",
            "1f32",
        ] {
            assert_eq!(texts(text), [text]);
        }
        assert_eq!(texts("1..2"), ["1", ".", ".", "2"]);
        assert_eq!(texts("1.max(2)"), ["1", ".", "max", "(", "2", ")"]);
        assert_eq!(texts("x.0.1"), ["x", ".", "0.1"]);
        assert_eq!(texts("0xe+1"), ["0xe", "+", "1"]);
        assert_eq!(texts("1e+1"), ["1e+1"]);
    }

    #[test]
    fn lifetimes_are_no_characters() {
        assert_eq!(
            kinds("'a 'a' '_ 'static", Keep::Code),
            [
                Kind::Lifetime,
                Kind::Literal,
                Kind::Lifetime,
                Kind::Lifetime
            ]
        );
        assert_eq!(texts("&'r#fn x"), ["&", "'r#fn", "x"]);
    }

    #[test]
    fn comments_are_nothing_and_documentation_is_an_attribute_where_asked_for() {
        let text = "/* a /* b */ c */ x // y\n/// z\nfn //// no\n";
        assert_eq!(kinds(text, Keep::Code), [Kind::Ident, Kind::Ident]);
        assert_eq!(kinds(text, Keep::Documentation).len(), 2 + 6);
    }

    #[test]
    fn what_is_not_closed_is_said_where_it_stands() {
        for (text, at) in [
            ("a (b", 2),
            ("a ]", 2),
            ("(a]", 2),
            ("a \"b", 2),
            ("/* a", 0),
            ("a r#\"b\"", 2),
            ("a ` b", 2),
        ] {
            let unread = lex(Text { text, offset: 0 }, Keep::Code).expect_err(text);
            assert_eq!(unread.span.start, at, "{text}");
        }
    }

    #[test]
    fn a_raw_identifier_is_no_keyword() {
        let tokens = lex(
            Text {
                text: "r#fn fn",
                offset: 0,
            },
            Keep::Code,
        )
        .expect("can be cut");
        let words: Vec<Word> = tokens.iter().map(|token| token.word).collect();
        assert_eq!(words, [Word::None, Word::Fn]);
        assert_eq!(tokens[0].name, tokens[1].name);
    }
}
