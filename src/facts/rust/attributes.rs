//! Attributes: what they name, and what they say of the item that they stand on.

use super::cfg;
use super::collector::Collector;
use super::syntax::tree::{Attribute, Meta, MetaValue};
use super::syntax::{Home, Parser};
use crate::base::{Cfg, ReferenceKind, number};
use crate::facts::{Certainty, Namespace};

/// The attributes of the language itself and of the tools that ship with it: they name nothing.
const BUILT_IN_ATTRIBUTES: [&str; 60] = [
    "allow",
    "automatically_derived",
    "bench",
    "cfg",
    "cfg_attr",
    "cold",
    "coverage",
    "crate_name",
    "crate_type",
    "debugger_visualizer",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "export_name",
    "feature",
    "forbid",
    "global_allocator",
    "ignore",
    "inline",
    "instruction_set",
    "link",
    "link_name",
    "link_ordinal",
    "link_section",
    "macro_export",
    "macro_use",
    "must_use",
    "naked",
    "no_builtins",
    "no_implicit_prelude",
    "no_link",
    "no_main",
    "no_mangle",
    "no_std",
    "non_exhaustive",
    "panic_handler",
    "path",
    "proc_macro",
    "proc_macro_attribute",
    "proc_macro_derive",
    "recursion_limit",
    "repr",
    "should_panic",
    "target_feature",
    "test",
    "test_case",
    "track_caller",
    "type_length_limit",
    "unsafe",
    "used",
    "warn",
    "windows_subsystem",
    "default",
    "diagnostic",
    "rustfmt",
    "clippy",
    "miri",
    "rustc",
];

impl<'c> Collector<'c> {
    pub(super) fn attributes(&mut self, attributes: &[Attribute<'c>]) {
        for attribute in attributes {
            for (condition, meta) in cfg::flat(self.home, attribute) {
                let outer = self.cfg;
                if condition.is_none_or(|condition| self.push_cfg(condition)) {
                    self.meta(&meta);
                }
                self.cfg = outer;
            }
        }
    }

    pub(super) fn meta(&mut self, meta: &Meta<'c>) {
        let Some(first) = meta.path.segments.first() else {
            return;
        };
        if meta.path.is("derive") {
            self.derives(meta);
        } else if !BUILT_IN_ATTRIBUTES.contains(&first.ident.name.as_str()) {
            let certainty = Certainty::Maybe;
            let kind = ReferenceKind::Derive;
            self.push_tree_path(&meta.path, kind, Namespace::Macro, certainty);
            self.attribute_arguments(meta);
        }
    }

    /// The paths of the derives among these attributes; they were recorded just now.
    pub(super) fn derive_paths(&self, attributes: &[Attribute<'c>]) -> Vec<u32> {
        let Some(first) = attributes.first().and_then(|it| it.path.segments.first()) else {
            return Vec::new();
        };
        let begin = self.span(first.ident.span).start;
        let recorded = self.facts.paths.iter().enumerate().rev();
        let mut paths: Vec<u32> = recorded
            .take_while(|(_, path)| path.kind == ReferenceKind::Derive && path.span.start >= begin)
            .filter(|(_, path)| path.certainty == Certainty::Path)
            .map(|(at, _)| number(at))
            .collect();
        paths.reverse();
        paths
    }

    pub(super) fn derives(&mut self, meta: &Meta<'c>) {
        let MetaValue::List(tokens) = meta.value else {
            return;
        };
        let paths = self.whole(tokens, |input| input.all_by_comma(Parser::plain_path));
        for path in paths.unwrap_or_default() {
            let certainty = Certainty::Path;
            self.push_tree_path(path, ReferenceKind::Derive, Namespace::Macro, certainty);
        }
    }
}

pub(super) fn has_word<'a>(home: &'a Home<'a>, attributes: &[Attribute<'a>], word: &str) -> bool {
    let mut metas = attributes.iter().flat_map(|it| cfg::flat(home, it));
    metas.any(|(_, meta)| meta.path.is(word))
}

/// The files of `#[path = "…"]` and `#[cfg_attr(…, path = "…")]`.
pub(super) fn path_attributes<'a>(
    home: &'a Home<'a>,
    attributes: &[Attribute<'a>],
) -> Vec<(Option<Cfg>, String)> {
    let file = |meta: &Meta<'a>| match meta.value {
        MetaValue::Is(value) if meta.path.is("path") => cfg::literal(home, value),
        _ => None,
    };
    let metas = attributes.iter().flat_map(|it| cfg::flat(home, it));
    metas
        .filter_map(|(condition, meta)| file(&meta).map(|path| (condition, path)))
        .collect()
}
