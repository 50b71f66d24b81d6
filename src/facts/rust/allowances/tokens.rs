//! The tokens of a text as far as allowances need them: the comments between them, and the attributes.

use std::ops::Range;

use super::super::syntax::token::{Delimiter, Kind, Token};
use crate::base::{Map, Span};

/// A line comment that documents nothing.
pub(super) struct Comment {
    /// From `//` to the end of the line.
    pub(super) span: Span,
}

impl Comment {
    /// What stands behind the `//`.
    pub(super) fn text<'t>(&self, code: &'t str) -> &'t str {
        &code[self.span.start as usize + 2..self.span.end as usize]
    }
}

/// `#[cfg_attr(any(), bulkhead::allow(…))]`.
pub(super) struct AllowingAttribute {
    /// The whole attribute.
    pub(super) span: Span,
    /// The parentheses of `allow`.
    pub(super) arguments: Span,
    /// Whether it is an inner one (`#![…]`).
    pub(super) inner: bool,
}

/// The tokens of a text.
#[derive(Default)]
pub(super) struct Tokens {
    /// Of each token and delimiter, in order.
    spans: Vec<Span>,
    comments: Vec<Comment>,
    allowing: Vec<AllowingAttribute>,
    /// Start of what an outer attribute stands on → start of the attribute.
    outer: Map<u32, u32>,
    /// Start of an inner attribute → its end.
    inner: Map<u32, u32>,
}

impl Tokens {
    /// Of a text and its tokens, documentation among them.
    pub(super) fn read(code: &str, all: &[Token]) -> Self {
        let mut tokens = Self::default();
        tokens.list(all);
        tokens.find_comments(code);
        tokens
    }

    pub(super) fn comments(&self) -> &[Comment] {
        &self.comments
    }

    pub(super) fn allowing_attributes(&self) -> &[AllowingAttribute] {
        &self.allowing
    }

    /// Start of the first token at or behind `offset`.
    pub(super) fn next_start(&self, offset: u32) -> Option<u32> {
        let next = self.spans.partition_point(|span| span.start < offset);
        self.spans.get(next).map(|span| span.start)
    }

    /// Start of the node that has a token or attribute at `start`: in front of all its attributes, and behind
    /// inner attributes, which belong to the node around it.
    pub(super) fn node_start(&self, mut start: u32) -> Option<u32> {
        while let Some(&end) = self.inner.get(&start) {
            start = self.next_start(end)?;
        }
        while let Some(&attribute) = self.outer.get(&start) {
            start = attribute;
        }
        Some(start)
    }

    fn list(&mut self, tokens: &[Token]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            self.spans.push(token.span);
            if token.is_punct(b'#') {
                self.attribute(tokens, at);
            }
            at += 1;
        }
    }

    /// What stands behind the `#` at an index.
    fn attribute(&mut self, tokens: &[Token], hash: usize) {
        let start = tokens[hash].span.start;
        let inner = tokens.get(hash + 1).is_some_and(|it| it.is_punct(b'!'));
        let open = hash + 1 + usize::from(inner);
        let is_group = |it: &&Token| it.kind == Kind::Open(Delimiter::Bracket);
        let Some(group) = tokens.get(open).filter(is_group) else {
            return;
        };
        let close = open + group.length() - 1;
        let span = Span::new(start, tokens[close].span.end);
        self.allowing(&tokens[open + 1..close], span, inner);
        if inner {
            self.inner.insert(start, span.end);
        } else if let Some(next) = tokens.get(close + 1)
            && !matches!(next.kind, Kind::Close(_))
        {
            self.outer.insert(next.span.start, start);
        }
    }

    /// `cfg_attr(any(), bulkhead::allow(…), …)`.
    fn allowing(&mut self, meta: &[Token], span: Span, inner: bool) {
        let is_word = |token: &Token, word: &str| token.ident().is_some_and(|ident| ident == *word);
        let [word, open, any, none, closed, attributes @ .., _] = meta else {
            return;
        };
        let is_never = is_word(word, "cfg_attr")
            && open.length() == meta.len() - 1
            && is_word(any, "any")
            && none.kind == Kind::Open(Delimiter::Parenthesis)
            && matches!(closed.kind, Kind::Close(_));
        if !is_never {
            return;
        }
        for (at, five) in attributes.windows(5).enumerate() {
            let [comma, tool, first, second, allow] = five else {
                continue;
            };
            let is_path = comma.is_punct(b',') && first.is_punct(b':') && second.is_punct(b':');
            if !is_path || !is_word(tool, "bulkhead") || !is_word(allow, "allow") {
                continue;
            }
            let behind = allow.span.end;
            let group = attributes.get(at + 5);
            let group = group.filter(|it| matches!(it.kind, Kind::Open(_)));
            let arguments = group.map_or(Span::new(behind, behind), |open| {
                let close = &attributes[at + 5 + open.length() - 1];
                Span::new(open.span.start, close.span.end)
            });
            self.allowing.push(AllowingAttribute {
                span,
                arguments,
                inner,
            });
        }
    }

    fn find_comments(&mut self, code: &str) {
        let mut from = 0;
        for index in 0..=self.spans.len() {
            let to = self
                .spans
                .get(index)
                .map_or(code.len(), |span| span.start as usize);
            // The tokens of a doc comment all have the span of the comment.
            if from < to {
                self.gap(code, from..to);
            }
            from = from.max(self.spans.get(index).map_or(0, |span| span.end as usize));
        }
    }

    /// Between two tokens there are spaces and comments, and nothing else.
    fn gap(&mut self, code: &str, gap: Range<usize>) {
        let mut at = gap.start;
        while at < gap.end {
            let rest = &code[at..gap.end];
            if rest.starts_with("//") {
                let line = rest.lines().next().unwrap_or(rest);
                self.comments.push(Comment {
                    span: span(at, at + line.trim_end().len()),
                });
                at += line.len();
            } else if rest.starts_with("/*") {
                at += block_comment(rest);
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
    }
}

/// Length of the block comment that `text` begins with; they nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

pub(super) fn span(start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
