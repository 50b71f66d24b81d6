//! Patterns, as they are walked: they bind names, and name constants, variants and structs.

use syn::ext::IdentExt;
use syn::visit::Visit;

use super::collector::{Collector, name_of};
use super::types::{mutability, tuple_field};
use crate::base::{ReferenceKind, name, number};
use crate::facts::code::{Pattern, PatternIx, Site};
use crate::facts::{Anchor, Certainty, Namespace, Position};

impl Collector<'_> {
    pub(super) fn push_pattern(&mut self, pattern: Pattern) -> PatternIx {
        let patterns = &mut self.facts.code.patterns;
        patterns.push(pattern);
        number(patterns.len() - 1)
    }

    /// Walks a pattern; gives it.
    pub(super) fn pattern(&mut self, pattern: &syn::Pat) -> PatternIx {
        let kept = match pattern {
            syn::Pat::Ident(pattern) => self.identifier_pattern(pattern),
            syn::Pat::Paren(inner) => return self.pattern(&inner.pat),
            syn::Pat::Type(inner) => {
                let kept = self.pattern(&inner.pat);
                self.ty(&inner.ty);
                return kept;
            }
            syn::Pat::Guard(inner) => {
                let kept = self.pattern(&inner.pat);
                self.expr(&inner.guard);
                return kept;
            }
            syn::Pat::Path(path) => {
                let kind = ReferenceKind::Path;
                let qself = path.qself.as_ref();
                let path = self.path_parts(qself, &path.path, kind, Namespace::Value);
                path.map_or(Pattern::Any, Pattern::Path)
            }
            syn::Pat::TupleStruct(pattern) => {
                let kind = ReferenceKind::Path;
                let qself = pattern.qself.as_ref();
                let path = self.path_parts(qself, &pattern.path, kind, Namespace::Value);
                let (elements, rest) = self.elements(&pattern.elems);
                Pattern::TupleStruct {
                    path,
                    elements,
                    rest,
                }
            }
            syn::Pat::Struct(pattern) => self.struct_pattern(pattern),
            syn::Pat::Tuple(pattern) => {
                let (elements, rest) = self.elements(&pattern.elems);
                Pattern::Tuple { elements, rest }
            }
            syn::Pat::Slice(pattern) => {
                Pattern::Slice(pattern.elems.iter().map(|it| self.pattern(it)).collect())
            }
            syn::Pat::Reference(inner) => Pattern::Reference(self.pattern(&inner.pat)),
            syn::Pat::Or(inner) => {
                Pattern::Or(inner.cases.iter().map(|it| self.pattern(it)).collect())
            }
            syn::Pat::Rest(_) => Pattern::Rest,
            syn::Pat::Macro(inner) => {
                self.macro_in_body(&inner.mac, Position::Pattern);
                Pattern::Any
            }
            syn::Pat::Const(inner) => {
                self.block(&inner.block);
                Pattern::Any
            }
            syn::Pat::Lit(inner) => {
                self.visit_expr_lit(inner);
                Pattern::Any
            }
            syn::Pat::Range(inner) => {
                for end in [&inner.start, &inner.end].into_iter().flatten() {
                    self.expr(end);
                }
                Pattern::Any
            }
            _ => Pattern::Any,
        };
        self.push_pattern(kept)
    }

    /// Elements with at most one `..` among them.
    fn elements<'p>(
        &mut self,
        patterns: impl IntoIterator<Item = &'p syn::Pat>,
    ) -> (Vec<PatternIx>, Option<u32>) {
        let mut elements = Vec::new();
        let mut rest = None;
        for pattern in patterns {
            if matches!(pattern, syn::Pat::Rest(_)) {
                rest = Some(number(elements.len()));
            } else {
                let element = self.pattern(pattern);
                elements.push(element);
            }
        }
        (elements, rest)
    }

    /// Binds what an identifier pattern brings, or records the constant that it may name.
    fn identifier_pattern(&mut self, pattern: &syn::PatIdent) -> Pattern {
        let is_binding =
            pattern.by_ref.is_some() || pattern.mutability.is_some() || pattern.subpat.is_some();
        let text = pattern.ident.unraw().to_string();
        let may_be_constant = !is_binding && text.starts_with(|c: char| c.is_uppercase());
        let constant = may_be_constant.then(|| {
            let span = self.span(pattern.ident.span());
            let role = (ReferenceKind::Path, Namespace::Value, Certainty::Maybe);
            self.push_path(Anchor::Lexical, [name(&text)], span, role)
        });
        let local = self.bind(&pattern.ident, may_be_constant);
        let sub = pattern.subpat.as_ref();
        Pattern::Bind {
            local,
            reference: pattern.by_ref.map(|_| mutability(pattern.mutability)),
            sub: sub.map(|(_, pattern)| self.pattern(pattern)),
            constant,
        }
    }

    fn struct_pattern(&mut self, pattern: &syn::PatStruct) -> Pattern {
        let kind = ReferenceKind::Path;
        let qself = pattern.qself.as_ref();
        let path = self.path_parts(qself, &pattern.path, kind, Namespace::Type);
        let mut fields = Vec::new();
        for field in &pattern.fields {
            self.under(&field.attrs, |this| {
                let (member, site) = this.member_site(&field.member);
                let value = match (&field.colon_token, &*field.pat) {
                    (None, syn::Pat::Ident(inner)) => {
                        let local = this.bind(&inner.ident, false);
                        this.push_pattern(Pattern::Bind {
                            local,
                            reference: inner.by_ref.map(|_| mutability(inner.mutability)),
                            sub: None,
                            constant: None,
                        })
                    }
                    (_, inner) => this.pattern(inner),
                };
                fields.push((member, site, value));
            });
        }
        Pattern::Struct { path, fields }
    }

    /// The name of a field, and where it stands.
    pub(super) fn member_site(&self, member: &syn::Member) -> (crate::base::Name, Site) {
        match member {
            syn::Member::Named(ident) => (name_of(ident), self.site(ident.span())),
            syn::Member::Unnamed(index) => {
                (tuple_field(index.index as usize), self.site(index.span))
            }
        }
    }
}
