//! Patterns, as they are walked: they bind names, and name constants, variants and structs.

use super::collector::Collector;
use super::syntax::tree::{self, Member};
use super::types::{mutability, tuple_field};
use crate::base::{Name, ReferenceKind, number};
use crate::facts::code::{Pattern, PatternIx, Site};
use crate::facts::{Anchor, Certainty, Namespace, Position};

impl<'c> Collector<'c> {
    pub(super) fn push_pattern(&mut self, pattern: Pattern) -> PatternIx {
        let patterns = &mut self.bodies.patterns;
        patterns.push(pattern);
        number(patterns.len() - 1)
    }

    /// Walks a pattern; gives it.
    pub(super) fn pattern(&mut self, pattern: &tree::Pattern<'c>) -> PatternIx {
        let kept = match *pattern {
            tree::Pattern::Ident(pattern) => self.identifier_pattern(pattern),
            tree::Pattern::Path(qself, ref path) => {
                let kind = ReferenceKind::Path;
                let path = self.path_parts(qself, path, kind, Namespace::Value);
                path.map_or(Pattern::Any, Pattern::Path)
            }
            tree::Pattern::TupleStruct(qself, ref path, elements) => {
                let kind = ReferenceKind::Path;
                let path = self.path_parts(qself, path, kind, Namespace::Value);
                let (elements, rest) = self.elements(elements);
                Pattern::TupleStruct {
                    path,
                    elements,
                    rest,
                }
            }
            tree::Pattern::Struct(pattern) => self.struct_pattern(pattern),
            tree::Pattern::Tuple(elements) => {
                let (elements, rest) = self.elements(elements);
                Pattern::Tuple { elements, rest }
            }
            tree::Pattern::Slice(elements) => {
                Pattern::Slice(elements.iter().map(|it| self.pattern(it)).collect())
            }
            tree::Pattern::Reference(of) => Pattern::Reference(self.pattern(of)),
            tree::Pattern::Or(cases) => {
                Pattern::Or(cases.iter().map(|it| self.pattern(it)).collect())
            }
            tree::Pattern::Rest => Pattern::Rest,
            tree::Pattern::Macro(call) => {
                self.macro_in_body(call, Position::Pattern);
                Pattern::Any
            }
            tree::Pattern::Const(ref block) => {
                self.block(block);
                Pattern::Any
            }
            tree::Pattern::Range(start, end) => {
                for end in [start, end].into_iter().flatten() {
                    self.expr(end);
                }
                Pattern::Any
            }
            tree::Pattern::Wild | tree::Pattern::Literal => Pattern::Any,
        };
        self.push_pattern(kept)
    }

    /// Elements with at most one `..` among them.
    fn elements(&mut self, patterns: &[tree::Pattern<'c>]) -> (Vec<PatternIx>, Option<u32>) {
        let mut elements = Vec::with_capacity(patterns.len());
        let mut rest = None;
        for pattern in patterns {
            if matches!(pattern, tree::Pattern::Rest) {
                rest = Some(number(elements.len()));
            } else {
                let element = self.pattern(pattern);
                elements.push(element);
            }
        }
        (elements, rest)
    }

    /// Binds what an identifier pattern brings, or records the constant that it may name.
    fn identifier_pattern(&mut self, pattern: &tree::IdentPattern<'c>) -> Pattern {
        let is_binding = pattern.by_ref || pattern.is_mut || pattern.sub.is_some();
        let ident = pattern.ident;
        let may_be_constant = !is_binding && ident.name.starts_with(char::is_uppercase);
        let constant = may_be_constant.then(|| {
            let span = self.span(ident.span);
            let role = (ReferenceKind::Path, Namespace::Value, Certainty::Maybe);
            self.push_path(Anchor::Lexical, [ident.name], span, role)
        });
        let local = self.bind(ident, may_be_constant);
        Pattern::Bind {
            local,
            reference: pattern.by_ref.then(|| mutability(pattern.is_mut)),
            sub: pattern.sub.as_ref().map(|pattern| self.pattern(pattern)),
            constant,
        }
    }

    fn struct_pattern(&mut self, pattern: &tree::StructPattern<'c>) -> Pattern {
        let kind = ReferenceKind::Path;
        let path = self.path_parts(pattern.qself, &pattern.path, kind, Namespace::Type);
        let mut fields = Vec::with_capacity(pattern.fields.len());
        for field in pattern.fields {
            self.under(field.attributes, |this| {
                let (member, site) = this.member_site(field.member);
                let value = match field.pattern {
                    tree::Pattern::Ident(inner) if field.is_short => {
                        let local = this.bind(inner.ident, false);
                        this.push_pattern(Pattern::Bind {
                            local,
                            reference: inner.by_ref.then(|| mutability(inner.is_mut)),
                            sub: None,
                            constant: None,
                        })
                    }
                    ref inner => this.pattern(inner),
                };
                fields.push((member, site, value));
            });
        }
        Pattern::Struct { path, fields }
    }

    /// The name of a field, and where it stands.
    pub(super) fn member_site(&self, member: Member) -> (Name, Site) {
        match member {
            Member::Named(ident) => (ident.name, self.site(ident.span)),
            Member::Unnamed(at, span) => (tuple_field(at as usize), self.site(span)),
        }
    }
}
