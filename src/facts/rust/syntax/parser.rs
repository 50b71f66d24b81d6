//! The cursor over a list of tokens, and what every part of the grammar needs.
//!
//! In: tokens. Out: the next of them, or where what was expected is not there.
//! *Invariant:* a parser is a place in a list and copies for free: to try something is to work on a copy.

use std::cell::{Cell, RefCell};

use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

use super::token::{Delimiter, Ident, Kind, Token, Word};
use super::{Text, Unread};
use crate::base::Span;

/// What was expected is not there. [`Home::unread`] says what and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Failed;

/// What a part of the grammar gives.
pub(crate) type Parsed<T> = Result<T, Failed>;

/// What all parsers of one text share.
pub(crate) struct Home<'a> {
    arena: &'a Bump,
    text: Text<'a>,
    /// The farthest token at which something else was expected, and what.
    failed: Cell<(&'static str, Span)>,
    /// Where allowances may stand: start and end of items, statements and the like, if anybody asks.
    nodes: Option<RefCell<Vec<Span>>>,
}

impl<'a> Home<'a> {
    /// Trees go into `arena`; literals are read in `text`.
    pub(crate) fn new(arena: &'a Bump, text: Text<'a>) -> Self {
        Self {
            arena,
            text,
            failed: Cell::new(("nothing", Span::default())),
            nodes: None,
        }
    }

    /// The same, and keeps where nodes stand.
    pub(crate) fn with_nodes(arena: &'a Bump, text: Text<'a>) -> Self {
        Self {
            nodes: Some(RefCell::default()),
            ..Self::new(arena, text)
        }
    }

    /// The items, statements, fields, … that were parsed, attributes included.
    pub(crate) fn nodes(&self) -> Vec<Span> {
        let nodes = self.nodes.as_ref();
        nodes.map(RefCell::take).unwrap_or_default()
    }

    /// Puts a list into the arena.
    pub(crate) fn slice<T: Copy>(&self, all: &[T]) -> &'a [T] {
        self.arena.alloc_slice_copy(all)
    }

    /// Why the last parse failed.
    pub(crate) fn unread(&self) -> Unread {
        let (expected, span) = self.failed.get();
        let found = match self.text_at(span) {
            "" => "the end of the file".to_owned(),
            found => format!("`{}`", found.lines().next().unwrap_or_default()),
        };
        Unread {
            message: format!("expected {expected}, found {found}"),
            span,
        }
    }

    /// The text of a literal.
    pub(crate) fn literal(&self, token: &Token) -> &'a str {
        match token.name {
            Some(name) => name.as_str(),
            None => self.text_at(token.span),
        }
    }

    fn text_at(&self, span: Span) -> &'a str {
        let at = |offset: u32| offset.saturating_sub(self.text.offset) as usize;
        let range = at(span.start)..at(span.end);
        self.text.text.get(range).unwrap_or_default()
    }
}

/// A place in a list of tokens.
#[derive(Clone, Copy)]
pub(crate) struct Parser<'a> {
    home: &'a Home<'a>,
    tokens: &'a [Token],
    at: usize,
    /// What stands behind the list.
    end: Span,
}

impl<'a> Parser<'a> {
    /// At the beginning of a list.
    pub(crate) fn new(home: &'a Home<'a>, tokens: &'a [Token]) -> Self {
        let end = tokens.last().map_or(0, |last| last.span.end);
        Self {
            home,
            tokens,
            at: 0,
            end: Span::new(end, end),
        }
    }

    /// At the beginning of another list of the same text.
    pub(crate) fn inside(&self, tokens: &'a [Token]) -> Self {
        Self {
            tokens,
            at: 0,
            ..*self
        }
    }

    /// What all parsers of the text share.
    pub(crate) fn home(&self) -> &'a Home<'a> {
        self.home
    }

    /// Whether all is read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// The tokens that are left.
    pub(crate) fn rest(&self) -> &'a [Token] {
        &self.tokens[self.at.min(self.tokens.len())..]
    }

    /// The tokens from another place of the same list to here.
    pub(crate) fn since(&self, before: &Self) -> &'a [Token] {
        &self.tokens[before.at..self.at]
    }

    /// The place one token further back.
    pub(crate) fn back(&self) -> Self {
        Self {
            at: self.at.saturating_sub(1),
            ..*self
        }
    }

    /// Whether another parser of the same list is as far.
    pub(crate) fn is_same_place(&self, other: &Self) -> bool {
        self.at == other.at
    }

    /// Takes all that is left.
    pub(crate) fn take_rest(&mut self) -> &'a [Token] {
        let rest = self.rest();
        self.at = self.tokens.len();
        rest
    }

    /// The token here.
    pub(crate) fn token(&self) -> Token {
        self.nth(0)
    }

    /// The token some places further on.
    pub(crate) fn nth(&self, ahead: usize) -> Token {
        self.tokens
            .get(self.at + ahead)
            .copied()
            .unwrap_or(Token::END)
    }

    /// What the token here is.
    pub(crate) fn kind(&self) -> Kind {
        self.tokens
            .get(self.at)
            .map_or(Kind::End, |token| token.kind)
    }

    /// Which keyword the token here is.
    pub(crate) fn word(&self) -> Word {
        self.word_at(0)
    }

    /// Which keyword the token some places further on is.
    pub(crate) fn word_at(&self, ahead: usize) -> Word {
        let token = self.tokens.get(self.at + ahead);
        token.map_or(Word::None, |token| token.word)
    }

    /// Where the token here begins.
    pub(crate) fn start(&self) -> u32 {
        self.span().start
    }

    /// Where the token here stands, or what stands behind the list.
    pub(crate) fn span(&self) -> Span {
        self.tokens
            .get(self.at)
            .map_or(self.end, |token| token.span)
    }

    /// Goes on behind one token, of a group its opening delimiter.
    pub(crate) fn advance(&mut self) {
        self.at += 1;
    }

    /// Goes on behind one token or group; false at the end.
    pub(crate) fn skip(&mut self) -> bool {
        match self.tokens.get(self.at) {
            Some(token) => {
                self.at += token.length();
                true
            }
            None => false,
        }
    }

    /// Something else was expected here.
    pub(crate) fn fail<T>(&self, expected: &'static str) -> Parsed<T> {
        let span = self.span();
        if span.start >= self.home.failed.get().1.start {
            self.home.failed.set((expected, span));
        }
        Err(Failed)
    }

    /// Whether one character of punctuation stands here, whatever follows it.
    pub(crate) fn is(&self, character: u8) -> bool {
        self.kind() == Kind::Punct(character)
    }

    /// Whether one character of punctuation stands some places further on, whatever follows it.
    pub(crate) fn is_at(&self, ahead: usize, character: u8) -> bool {
        let token = self.tokens.get(self.at + ahead);
        token.is_some_and(|token| token.is_punct(character))
    }

    /// Whether an operator of two characters stands here, whatever follows it.
    pub(crate) fn is_two(&self, first: u8, second: u8) -> bool {
        self.is_two_at(0, first, second)
    }

    /// Whether an operator of two characters stands some places further on, whatever follows it.
    pub(crate) fn is_two_at(&self, ahead: usize, first: u8, second: u8) -> bool {
        let token = self.tokens.get(self.at + ahead);
        token.is_some_and(|token| token.is_punct(first) && token.is_joint)
            && self.is_at(ahead + 1, second)
    }

    /// Whether `::` stands here.
    pub(crate) fn is_separator(&self) -> bool {
        self.is_two(b':', b':')
    }

    /// Whether `::` stands some places further on.
    pub(crate) fn is_separator_at(&self, ahead: usize) -> bool {
        self.is_two_at(ahead, b':', b':')
    }

    /// Whether the `!` of a macro call stands some places further on.
    pub(crate) fn is_bang_at(&self, ahead: usize) -> bool {
        self.is_at(ahead, b'!') && !self.is_two_at(ahead, b'!', b'=')
    }

    /// Whether a group opens here.
    pub(crate) fn opens(&self, delimiter: Delimiter) -> bool {
        self.opens_at(0, delimiter)
    }

    /// Whether a group opens some places further on.
    pub(crate) fn opens_at(&self, ahead: usize, delimiter: Delimiter) -> bool {
        let token = self.tokens.get(self.at + ahead);
        token.is_some_and(|token| token.kind == Kind::Open(delimiter))
    }

    /// Takes one character of punctuation, if it stands here.
    pub(crate) fn eat(&mut self, character: u8) -> bool {
        let is_it = self.is(character);
        self.at += usize::from(is_it);
        is_it
    }

    /// Takes an operator of two characters, if it stands here.
    pub(crate) fn eat_two(&mut self, first: u8, second: u8) -> bool {
        let is_it = self.is_two(first, second);
        if is_it {
            self.at += 2;
        }
        is_it
    }

    /// Takes `::`, if it stands here.
    pub(crate) fn eat_separator(&mut self) -> bool {
        self.eat_two(b':', b':')
    }

    /// Takes a keyword, if it stands here.
    pub(crate) fn eat_word(&mut self, word: Word) -> bool {
        let is_it = self.word() == word;
        self.at += usize::from(is_it);
        is_it
    }

    /// Takes one character of punctuation.
    pub(crate) fn expect(&mut self, character: u8, expected: &'static str) -> Parsed<()> {
        if self.eat(character) {
            return Ok(());
        }
        self.fail(expected)
    }

    /// Takes a keyword.
    pub(crate) fn expect_word(&mut self, word: Word, expected: &'static str) -> Parsed<()> {
        if self.eat_word(word) {
            return Ok(());
        }
        self.fail(expected)
    }

    /// Takes a group; gives a parser of its inside.
    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Parsed<Self> {
        if !self.opens(delimiter) {
            return self.fail(match delimiter {
                Delimiter::Parenthesis => "`(`",
                Delimiter::Bracket => "`[`",
                Delimiter::Brace => "`{`",
                Delimiter::None => "a fragment",
            });
        }
        Ok(self.any_group())
    }

    /// Takes the group that opens here.
    fn any_group(&mut self) -> Self {
        let from = self.at + 1;
        let to = self.at + self.tokens[self.at].partner as usize;
        self.at = to + 1;
        Self {
            tokens: &self.tokens[from..to],
            at: 0,
            end: self.tokens[to].span,
            ..*self
        }
    }

    /// Takes a group that anything visible holds together: what does, its delimiters, and its inside.
    pub(crate) fn delimited(&mut self) -> Parsed<(Delimiter, Span, &'a [Token], Span)> {
        match self.kind() {
            Kind::Open(delimiter) if delimiter != Delimiter::None => {
                let open = self.span();
                let inside = self.any_group();
                Ok((delimiter, open, inside.tokens, inside.end))
            }
            _ => self.fail("`(`, `[` or `{`"),
        }
    }

    /// What all that is left is as a whole, if it is that.
    pub(crate) fn whole<T>(mut self, part: impl FnOnce(&mut Self) -> Parsed<T>) -> Option<T> {
        let found = part(&mut self).ok()?;
        self.is_at_end().then_some(found)
    }

    /// All must have been read.
    pub(crate) fn finish(&self) -> Parsed<()> {
        if self.is_at_end() {
            return Ok(());
        }
        self.fail("nothing more")
    }

    /// Takes an identifier, keyword or not.
    pub(crate) fn any_ident(&mut self) -> Parsed<Ident> {
        match self.token().ident() {
            Some(ident) => {
                self.at += 1;
                Ok(ident)
            }
            None => self.fail("an identifier"),
        }
    }

    /// Takes an identifier that is no keyword.
    pub(crate) fn ident(&mut self) -> Parsed<Ident> {
        if self.word().is_reserved() {
            return self.fail("an identifier");
        }
        self.any_ident()
    }

    /// Whether an identifier stands here that is no keyword.
    pub(crate) fn is_ident(&self) -> bool {
        self.is_ident_at(0)
    }

    /// Whether an identifier stands some places further on that is no keyword.
    pub(crate) fn is_ident_at(&self, ahead: usize) -> bool {
        let token = self.tokens.get(self.at + ahead);
        token.is_some_and(|token| token.kind == Kind::Ident && !token.word.is_reserved())
    }

    /// Whether a literal stands here, `true` and `false` included.
    pub(crate) fn is_literal(&self) -> bool {
        self.kind() == Kind::Literal || matches!(self.word(), Word::True | Word::False)
    }

    /// Puts a value into the arena.
    pub(crate) fn keep<T>(&self, value: T) -> &'a T
    where
        T: Copy,
    {
        self.home.arena.alloc(value)
    }

    /// An empty list in the arena.
    pub(crate) fn list<T>(&self) -> ArenaVec<'a, T> {
        ArenaVec::new_in(self.home.arena)
    }

    /// Takes things that commas separate, up to the end.
    pub(crate) fn all_by_comma<T: Copy>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<&'a [T]> {
        let mut all = self.list();
        while !self.is_at_end() {
            all.push(one(self)?);
            if !self.eat(b',') {
                self.finish_by_comma()?;
            }
        }
        Ok(all.into_bump_slice())
    }

    fn finish_by_comma(&self) -> Parsed<()> {
        if self.is_at_end() {
            return Ok(());
        }
        self.fail("`,`")
    }

    /// What began at `start` ends here, and may be what an allowance stands on.
    pub(crate) fn node(&self, start: u32) {
        if let Some(nodes) = &self.home.nodes {
            let last = self.at.checked_sub(1).map(|at| self.tokens[at].span.end);
            nodes
                .borrow_mut()
                .push(Span::new(start, last.unwrap_or(start)));
        }
    }
}
