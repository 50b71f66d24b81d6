//! One walk over a syntax tree that fills [`FileFacts`]: which part of the syntax opens which frame, and where a path stands.

use syn::Attribute;
use syn::visit::Visit;

use super::allowances;
use super::attributes::{has_word, item_attributes};
use super::collector::{Collector, OuterBinding};
use super::nested::{Nested, Origin, Surroundings, Written};
use crate::facts::{Anchor, FileFacts, Position};

/// Walks a parsed file. `skipped` is the number of bytes in front of the parsed part.
pub(super) fn walk(text: &str, file: &syn::File, skipped: usize) -> FileFacts {
    let mut collector = Collector::new(skipped);
    if collector.enter_cfg(&file.attrs) {
        collector.attributes(&file.attrs);
        for item in &file.items {
            collector.visit_item(item);
        }
    }
    let mut facts = collector.facts;
    facts.macro_use = has_word(&file.attrs, "macro_use");
    if allowances::mentions(text) {
        (facts.allowances, facts.malformed_allowances) = allowances::allowances(text, file);
    }
    facts
}

/// Walks the items of an expansion.
pub(super) fn walk_items(file: &syn::File, origin: Origin, nested: &Nested<'_>) -> FileFacts {
    let mut collector = expansion(origin, nested);
    for item in &file.items {
        collector.visit_item(item);
    }
    collector.facts
}

/// Walks what a macro call among the members of an `impl` writes, as an `impl` of its own.
pub(super) fn walk_impl(item: &syn::ItemImpl, origin: Origin, nested: &Nested<'_>) -> FileFacts {
    let mut collector = expansion(origin, nested);
    collector.continues_impl = true;
    collector.item_impl(item);
    collector.facts
}

/// Walks what a macro call in a body writes.
pub(super) fn walk_body(
    written: &Written,
    around: Surroundings,
    origin: Origin,
    nested: &Nested<'_>,
) -> FileFacts {
    let mut collector = expansion(origin, nested);
    let outer = around.locals.into_iter();
    collector.outer = outer
        .map(|binding| OuterBinding {
            binding,
            here: None,
        })
        .collect();
    collector.types = around.types;
    collector.self_anchor = around.has_self.then_some(Anchor::SelfOfCall);
    collector.facts.code.root = collector.written(written);
    collector.facts
}

fn expansion<'c>(origin: Origin, nested: &'c Nested<'c>) -> Collector<'c> {
    let mut collector = Collector::new(origin.arguments.unwrap_or(0) as usize);
    collector.expansion = Some(origin);
    collector.nested = Some(nested);
    collector
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let outer = self.leave_function();
        self.under(item_attributes(item), |this| this.item(item));
        self.return_to(outer);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.block(block);
    }

    fn visit_expr(&mut self, expression: &'ast syn::Expr) {
        self.expr(expression);
    }

    fn visit_pat(&mut self, pattern: &'ast syn::Pat) {
        self.pattern(pattern);
    }

    fn visit_type(&mut self, ty: &'ast syn::Type) {
        self.ty(ty);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.macro_in_body(mac, Position::Expression);
    }

    /// A visibility is no dependency.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    /// Attributes are read where their condition is known; those of expressions name nothing that matters here.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
