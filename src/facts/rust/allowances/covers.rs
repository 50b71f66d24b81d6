//! What an allowance covers, by where it stands.

use super::super::syntax::Home;
use super::Cover;
use super::tokens::{AllowingAttribute, Tokens, span};
use crate::base::{Map, Span};

/// The nodes of a file that an allowance can stand on.
pub(super) struct Coverable<'a> {
    code: &'a str,
    tokens: &'a Tokens,
    /// Start, attributes included → end of the largest node that begins there.
    nodes: Map<u32, u32>,
    /// Where the first item begins.
    first_item: u32,
}

impl<'a> Coverable<'a> {
    pub(super) fn of(code: &'a str, nodes: Nodes, tokens: &'a Tokens) -> Self {
        let first_item = nodes.0.keys().min().copied();
        Self {
            code,
            tokens,
            first_item: first_item.unwrap_or(u32::MAX),
            nodes: nodes.0,
        }
    }

    /// The whole file, where the comment stands near its top.
    pub(super) fn file(&self, comment: Span) -> Result<Cover, String> {
        if comment.start > self.first_item {
            return Err("`allow-file` must stand above the first item of the file".to_owned());
        }
        Ok(self.whole(false))
    }

    /// The line of a trailing comment; what follows one on a line of its own.
    pub(super) fn behind_comment(&self, comment: Span) -> Option<Cover> {
        let line = self.line(comment.start);
        let before = &self.code[line.start as usize..comment.start as usize];
        if !before.trim().is_empty() {
            return Some(Cover {
                span: line,
                modules: false,
            });
        }
        self.node(self.tokens.next_start(comment.end)?)
    }

    /// What the attribute stands on; for an inner one at the top, the file.
    pub(super) fn behind_attribute(&self, attribute: &AllowingAttribute) -> Option<Cover> {
        if !attribute.inner {
            return self.node(attribute.span.start);
        }
        if attribute.span.start < self.first_item {
            return Some(self.whole(true));
        }
        // The smallest node around it: the module or function whose body it opens.
        let around = self
            .nodes
            .iter()
            .map(|(&start, &end)| Span::new(start, end));
        let around = around.filter(|node| node.contains(attribute.span));
        around.min_by_key(|node| node.len()).map(|span| Cover {
            span,
            modules: true,
        })
    }

    /// The largest node at a token. Where there is none (an argument, the inside of a macro call), the line.
    fn node(&self, token: u32) -> Option<Cover> {
        let start = self.tokens.node_start(token)?;
        // Where a group closes, nothing follows.
        if self.code[start as usize..].starts_with(['}', ')', ']']) {
            return None;
        }
        Some(match self.nodes.get(&start) {
            Some(&end) => Cover {
                span: Span::new(start, end),
                modules: true,
            },
            None => Cover {
                span: self.line(start),
                modules: false,
            },
        })
    }

    fn whole(&self, modules: bool) -> Cover {
        Cover {
            span: span(0, self.code.len()),
            modules,
        }
    }

    fn line(&self, offset: u32) -> Span {
        let (before, behind) = self.code.split_at(offset as usize);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = behind.find('\n').unwrap_or(behind.len());
        span(start, before.len() + end)
    }
}

/// Items, statements, fields, …: start, attributes included → end of the largest that begins there.
pub(super) struct Nodes(Map<u32, u32>);

impl Nodes {
    /// What was parsed.
    pub(super) fn of(home: &Home<'_>) -> Self {
        let mut nodes = Map::default();
        for node in home.nodes() {
            let end: &mut u32 = nodes.entry(node.start).or_default();
            *end = node.end.max(*end);
        }
        Self(nodes)
    }
}
