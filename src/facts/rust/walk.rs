//! One walk over a syntax tree that fills [`FileFacts`]: which part of the syntax opens which frame, and where a path stands.

use super::allowances;
use super::attributes::has_word;
use super::collector::{Collector, OuterBinding};
use super::nested::{Nested, Origin, Surroundings, Written};
use super::syntax::Home;
use super::syntax::tree::{File, Impl, Item};
use crate::facts::{Anchor, FileFacts};

/// Walks a parsed file.
pub(super) fn walk<'a>(text: &str, file: &File<'a>, home: &'a Home<'a>) -> FileFacts {
    let mut collector = Collector::new(home);
    if collector.enter_cfg(file.attributes) {
        collector.attributes(file.attributes);
        collector.items(file.items);
    }
    let mut facts = collector.finish();
    facts.macro_use = has_word(home, file.attributes, "macro_use");
    if allowances::mentions(text) {
        (facts.allowances, facts.malformed_allowances) = allowances::allowances(text);
    }
    facts
}

/// Walks the items of an expansion.
pub(super) fn walk_items<'a>(
    items: &[Item<'a>],
    origin: Origin,
    nested: &'a Nested<'a>,
) -> FileFacts {
    let mut collector = expansion(origin, nested);
    collector.items(items);
    collector.finish()
}

/// Walks what a macro call among the members of an `impl` writes, as an `impl` of its own.
pub(super) fn walk_impl<'a>(item: &Impl<'a>, origin: Origin, nested: &'a Nested<'a>) -> FileFacts {
    let mut collector = expansion(origin, nested);
    collector.continues_impl = true;
    collector.item_impl(item);
    collector.finish()
}

/// Walks what a macro call in a body writes.
pub(super) fn walk_body<'a>(
    written: &Written<'a>,
    around: Surroundings,
    origin: Origin,
    nested: &'a Nested<'a>,
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
    collector.finish()
}

fn expansion<'a>(origin: Origin, nested: &'a Nested<'a>) -> Collector<'a> {
    let mut collector = Collector::new(nested.home());
    collector.expansion = Some(origin);
    collector.nested = Some(nested);
    collector
}

impl<'c> Collector<'c> {
    /// Walks items; they see nothing of a function around them.
    pub(super) fn items(&mut self, items: &[Item<'c>]) {
        for item in items {
            self.whole_item(item);
        }
    }

    /// Walks an item; it sees nothing of a function around it.
    pub(super) fn whole_item(&mut self, item: &Item<'c>) {
        let outer = self.leave_function();
        self.under(item.attributes, |this| this.item(item));
        self.return_to(outer);
    }
}
