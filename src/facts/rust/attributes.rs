//! Attributes: what they name, and what they say of the item that they stand on.

use syn::{Attribute, Meta};

use super::cfg;
use super::collector::Collector;
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

impl Collector<'_> {
    pub(super) fn attributes(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            for (condition, meta) in cfg::flat(&attribute.meta) {
                let outer = self.cfg;
                if condition.is_none_or(|condition| self.push_cfg(condition)) {
                    self.meta(&meta);
                }
                self.cfg = outer;
            }
        }
    }

    pub(super) fn meta(&mut self, meta: &Meta) {
        let path = meta.path();
        let Some(first) = path.segments.first() else {
            return;
        };
        let first = first.ident.to_string();
        if path.is_ident("derive") {
            self.derives(meta);
        } else if !BUILT_IN_ATTRIBUTES.contains(&first.as_str()) {
            let certainty = Certainty::Maybe;
            self.push_syn_path(path, ReferenceKind::Derive, Namespace::Macro, certainty);
            self.attribute_arguments(meta);
        }
    }

    /// The paths of the derives among these attributes; they were recorded just now.
    pub(super) fn derive_paths(&self, attributes: &[Attribute]) -> Vec<u32> {
        let Some(first) = attributes.first().and_then(|it| it.path().segments.first()) else {
            return Vec::new();
        };
        let begin = self.span(first.ident.span()).start;
        let recorded = self.facts.paths.iter().enumerate().rev();
        let mut paths: Vec<u32> = recorded
            .take_while(|(_, path)| path.kind == ReferenceKind::Derive && path.span.start >= begin)
            .filter(|(_, path)| path.certainty == Certainty::Path)
            .map(|(at, _)| number(at))
            .collect();
        paths.reverse();
        paths
    }

    pub(super) fn derives(&mut self, meta: &Meta) {
        let Meta::List(list) = meta else { return };
        let parser = syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated;
        let Ok(paths) = list.parse_args_with(parser) else {
            return;
        };
        for path in &paths {
            let certainty = Certainty::Path;
            self.push_syn_path(path, ReferenceKind::Derive, Namespace::Macro, certainty);
        }
    }
}

pub(super) fn has_word(attributes: &[Attribute], word: &str) -> bool {
    let mut metas = attributes.iter().flat_map(|it| cfg::flat(&it.meta));
    metas.any(|(_, meta)| meta.path().is_ident(word))
}

/// The files of `#[path = "…"]` and `#[cfg_attr(…, path = "…")]`.
pub(super) fn path_attributes(attributes: &[Attribute]) -> Vec<(Option<Cfg>, String)> {
    let file = |meta: &Meta| match meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => cfg::literal(&pair.value),
        _ => None,
    };
    let metas = attributes.iter().flat_map(|it| cfg::flat(&it.meta));
    metas
        .filter_map(|(condition, meta)| file(&meta).map(|path| (condition, path)))
        .collect()
}

pub(super) fn item_attributes(item: &syn::Item) -> &[Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::ExternCrate(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::ForeignMod(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::TraitAlias(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Union(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The attributes of an expression statement, where a `cfg` is likely.
pub(super) fn expression_attributes(expression: &syn::Expr) -> &[Attribute] {
    match expression {
        syn::Expr::Assign(inner) => &inner.attrs,
        syn::Expr::Await(inner) => &inner.attrs,
        syn::Expr::Block(inner) => &inner.attrs,
        syn::Expr::Call(inner) => &inner.attrs,
        syn::Expr::ForLoop(inner) => &inner.attrs,
        syn::Expr::If(inner) => &inner.attrs,
        syn::Expr::Loop(inner) => &inner.attrs,
        syn::Expr::Macro(inner) => &inner.attrs,
        syn::Expr::Match(inner) => &inner.attrs,
        syn::Expr::MethodCall(inner) => &inner.attrs,
        syn::Expr::Return(inner) => &inner.attrs,
        syn::Expr::Struct(inner) => &inner.attrs,
        syn::Expr::Try(inner) => &inner.attrs,
        syn::Expr::Unsafe(inner) => &inner.attrs,
        syn::Expr::While(inner) => &inner.attrs,
        _ => &[],
    }
}
