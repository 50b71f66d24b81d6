//! The tokens of a text as far as allowances need them: the comments between them, and the attributes.

use std::iter::Peekable;
use std::ops::Range;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, LexError, TokenStream, TokenTree};

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
    pub(super) fn read(code: &str) -> Result<Self, LexError> {
        let mut tokens = Self::default();
        tokens.stream(TokenStream::from_str(code)?);
        tokens.find_comments(code);
        Ok(tokens)
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

    fn stream(&mut self, stream: TokenStream) {
        let mut trees = stream.into_iter().peekable();
        while let Some(tree) = trees.next() {
            let first = span_of(tree.span());
            match tree {
                TokenTree::Group(group) => self.group(&group),
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    self.spans.push(first);
                    self.attribute(first.start, &mut trees);
                }
                _ => self.spans.push(first),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        self.spans.push(span_of(group.span_open()));
        self.stream(group.stream());
        self.spans.push(span_of(group.span_close()));
    }

    /// What stands behind a `#`.
    fn attribute(&mut self, start: u32, trees: &mut Peekable<impl Iterator<Item = TokenTree>>) {
        let is_bang =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == '!');
        let bang = trees.next_if(is_bang);
        if let Some(bang) = &bang {
            self.spans.push(span_of(bang.span()));
        }
        let is_bracket = |tree: &TokenTree| matches!(tree, TokenTree::Group(it) if it.delimiter() == Delimiter::Bracket);
        let Some(TokenTree::Group(group)) = trees.next_if(is_bracket) else {
            return;
        };
        self.group(&group);
        let span = Span::new(start, span_of(group.span()).end);
        self.allowing(&group, span, bang.is_some());
        if bang.is_some() {
            self.inner.insert(start, span.end);
        } else if let Some(next) = trees.peek() {
            self.outer.insert(span_of(next.span()).start, start);
        }
    }

    /// `[cfg_attr(any(), bulkhead::allow(…), …)]`.
    fn allowing(&mut self, brackets: &Group, span: Span, inner: bool) {
        let trees: Vec<TokenTree> = brackets.stream().into_iter().collect();
        let [TokenTree::Ident(word), TokenTree::Group(inside)] = &trees[..] else {
            return;
        };
        if word != "cfg_attr" {
            return;
        }
        let trees: Vec<TokenTree> = inside.stream().into_iter().collect();
        let [
            TokenTree::Ident(any),
            TokenTree::Group(none),
            attributes @ ..,
        ] = &trees[..]
        else {
            return;
        };
        if any != "any" || !none.stream().is_empty() {
            return;
        }
        for five in attributes.windows(5) {
            let [
                comma,
                TokenTree::Ident(tool),
                colon,
                _,
                TokenTree::Ident(allow),
            ] = five
            else {
                continue;
            };
            let is_path = comma.to_string() == "," && colon.to_string() == ":";
            if !is_path || tool != "bulkhead" || allow != "allow" {
                continue;
            }
            let behind = span_of(allow.span()).end;
            let group = attributes.iter().find_map(|tree| match tree {
                TokenTree::Group(group) if span_of(group.span()).start >= behind => Some(group),
                _ => None,
            });
            let arguments = group.map_or(Span::new(behind, behind), |it| span_of(it.span()));
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

pub(super) fn span_of(span: proc_macro2::Span) -> Span {
    let range = span.byte_range();
    self::span(range.start, range.end)
}

pub(super) fn span(start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
