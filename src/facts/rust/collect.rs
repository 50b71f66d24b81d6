//! One walk over a syntax tree that fills [`FileFacts`].
//!
//! Local bindings and generic parameters are followed by the rules of the language's scopes, so that a
//! single name is recorded only where it can mean something defined elsewhere
//! (<https://doc.rust-lang.org/reference/names/scopes.html>).

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::{Attribute, Meta};

use super::{allowances, cfg};
use crate::base::{Cfg, Name, ReferenceKind, Span, name};
use crate::facts::{
    ALWAYS, Anchor, Certainty, CfgIx, CfgNode, FileFacts, Impl, Import, ImportTarget, Item,
    ItemKind, Member, ModuleDeclaration, Namespace, PathUse, Scope, ScopeIx, ScopeKind, Visibility,
};

/// Walks a parsed file. `skipped` is the number of bytes in front of the parsed part.
pub(super) fn collect(text: &str, file: &syn::File, skipped: usize) -> FileFacts {
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
pub(super) fn collect_expansion(file: &syn::File, origin: Origin) -> FileFacts {
    let mut collector = Collector::new(origin.arguments.unwrap_or(0) as usize);
    collector.expansion = Some(origin);
    for item in &file.items {
        collector.visit_item(item);
    }
    collector.facts
}

/// Where the tokens of an expansion stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// The call, where everything stands that the definition writes.
    pub call: Span,
    /// Where the arguments begin in the text, if they stand there.
    pub arguments: Option<u32>,
}

/// What stands for `$crate` in an expansion.
pub(super) const DOLLAR_CRATE: &str = "__dollar_crate";

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

pub(super) struct Collector {
    pub facts: FileFacts,
    skipped: usize,
    pub scope: ScopeIx,
    pub cfg: CfgIx,
    /// Generic parameters in scope.
    types: Vec<Name>,
    /// Local bindings in scope; `true` where the name may be a constant instead.
    values: Vec<(Name, bool)>,
    self_anchor: Option<Anchor>,
    /// Whether the walk is inside the arguments of a macro call.
    pub in_macro: bool,
    /// Set while an expansion is read.
    pub expansion: Option<Origin>,
}

/// What a nested item must not see of the function around it.
struct Outer {
    types: Vec<Name>,
    values: Vec<(Name, bool)>,
    self_anchor: Option<Anchor>,
}

impl Collector {
    fn new(skipped: usize) -> Self {
        let facts = FileFacts {
            scopes: vec![Scope {
                parent: None,
                kind: ScopeKind::File,
            }],
            ..FileFacts::default()
        };
        Self {
            facts,
            skipped,
            scope: 0,
            cfg: ALWAYS,
            types: Vec::new(),
            values: Vec::new(),
            self_anchor: None,
            in_macro: false,
            expansion: None,
        }
    }

    /// Offsets in the whole text.
    pub(super) fn span(&self, span: proc_macro2::Span) -> Span {
        let range = span.byte_range();
        if let Some(origin) = self.expansion
            && (range.end == 0 || origin.arguments.is_none())
        {
            return origin.call;
        }
        let offset = |at: usize| u32::try_from(at + self.skipped).unwrap_or(u32::MAX);
        Span::new(offset(range.start), offset(range.end))
    }

    pub(super) fn between(&self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        let (first, last) = (self.span(first), self.span(last));
        if self.is_written_by_macro(first) || self.is_written_by_macro(last) {
            return self.expansion.map_or(first, |origin| origin.call);
        }
        Span::new(first.start, last.end)
    }

    /// Whether a place in an expansion is the call itself.
    pub(super) fn is_written_by_macro(&self, span: Span) -> bool {
        self.expansion.is_some_and(|origin| origin.call == span)
    }

    /// Goes under the `cfg` of these attributes. False where it can never hold; nothing has changed then.
    fn enter_cfg(&mut self, attributes: &[Attribute]) -> bool {
        match cfg::of_attributes(attributes) {
            Some(found) if cfg::is_never(&found) => false,
            Some(found) => {
                self.push_cfg(found);
                true
            }
            None => true,
        }
    }

    pub(super) fn push_cfg(&mut self, cfg: Cfg) {
        let parent = self.cfg;
        self.cfg = CfgIx::try_from(self.facts.cfgs.len()).expect("fewer than 2^32 cfgs");
        self.facts.cfgs.push(CfgNode { parent, cfg });
    }

    /// Runs `body` under the `cfg` of these attributes, and records the paths in them.
    fn under(&mut self, attributes: &[Attribute], body: impl FnOnce(&mut Self)) {
        let outer = self.cfg;
        if self.enter_cfg(attributes) {
            self.attributes(attributes);
            body(self);
        }
        self.cfg = outer;
    }

    fn attributes(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            if let Some((condition, metas)) = cfg::of_cfg_attr(attribute) {
                let outer = self.cfg;
                if !cfg::is_never(&condition) {
                    self.push_cfg(condition);
                    for meta in &metas {
                        self.meta(meta);
                    }
                }
                self.cfg = outer;
            } else {
                self.meta(&attribute.meta);
            }
        }
    }

    fn meta(&mut self, meta: &Meta) {
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
        }
    }

    fn derives(&mut self, meta: &Meta) {
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

    /// Leaves the function around a nested item: its bindings and generics are out of reach there.
    fn leave_function(&mut self) -> Outer {
        Outer {
            types: std::mem::take(&mut self.types),
            values: std::mem::take(&mut self.values),
            self_anchor: self.self_anchor.take(),
        }
    }

    fn return_to(&mut self, outer: Outer) {
        self.types = outer.types;
        self.values = outer.values;
        self.self_anchor = outer.self_anchor;
    }

    /// Runs `body` in a frame of bindings of its own.
    pub(super) fn frame(&mut self, body: impl FnOnce(&mut Self)) {
        let (types, values) = (self.types.len(), self.values.len());
        body(self);
        self.types.truncate(types);
        self.values.truncate(values);
    }

    fn bind(&mut self, ident: &Ident, maybe_constant: bool) {
        self.values
            .push((name(&ident.unraw().to_string()), maybe_constant));
    }

    fn bind_generics(&mut self, generics: &syn::Generics) {
        for parameter in &generics.params {
            match parameter {
                syn::GenericParam::Type(parameter) => {
                    self.types.push(name(&parameter.ident.unraw().to_string()));
                }
                syn::GenericParam::Const(parameter) => {
                    self.types.push(name(&parameter.ident.unraw().to_string()));
                }
                syn::GenericParam::Lifetime(_) => {}
            }
        }
    }

    /// Visits a block or body that may hold items, in a scope of its own where it does.
    fn block_scope(&mut self, statements: &[syn::Stmt], body: impl FnOnce(&mut Self)) {
        let holds_items = statements
            .iter()
            .any(|statement| matches!(statement, syn::Stmt::Item(_)) || defines_items(statement));
        let outer = self.scope;
        if holds_items {
            self.scope = self.push_scope(ScopeKind::Block);
        }
        self.frame(body);
        self.scope = outer;
    }

    pub(super) fn push_scope(&mut self, kind: ScopeKind) -> ScopeIx {
        let id = ScopeIx::try_from(self.facts.scopes.len()).expect("fewer than 2^32 scopes");
        self.facts.scopes.push(Scope {
            parent: Some(self.scope),
            kind,
        });
        id
    }

    pub(super) fn push_item(
        &mut self,
        ident: &Ident,
        kind: ItemKind,
        visibility: Visibility,
    ) -> usize {
        self.facts.items.push(Item {
            scope: self.scope,
            name: name(&ident.unraw().to_string()),
            kind,
            visibility,
            span: self.span(ident.span()),
            cfg: self.cfg,
            members: Vec::new(),
            alias: None,
            exported: false,
            body: None,
        });
        self.facts.items.len() - 1
    }

    fn member(&mut self, ident: &Ident, kind: ItemKind) -> Member {
        Member {
            name: name(&ident.unraw().to_string()),
            kind,
            span: self.span(ident.span()),
        }
    }

    pub(super) fn push_segments(&mut self, segments: impl IntoIterator<Item = Name>) -> (u32, u32) {
        let start = self.facts.segments.len();
        self.facts.segments.extend(segments);
        let length = self.facts.segments.len() - start;
        let number = |at: usize| u32::try_from(at).expect("fewer than 2^32 segments");
        (number(start), number(length))
    }

    /// Records a path; gives its index.
    pub(super) fn push_path(
        &mut self,
        anchor: Anchor,
        segments: impl IntoIterator<Item = Name>,
        span: Span,
        role: (ReferenceKind, Namespace, Certainty),
    ) -> u32 {
        let path = self.push_segments(segments);
        let (kind, namespace, certainty) = role;
        self.facts.paths.push(PathUse {
            scope: self.scope,
            anchor,
            path,
            span,
            kind,
            namespace,
            cfg: self.cfg,
            certainty,
            via_macro: self.is_written_by_macro(span),
        });
        u32::try_from(self.facts.paths.len() - 1).expect("fewer than 2^32 paths")
    }

    /// Records a path of the syntax tree unless it is local; gives its index. Generic arguments are not visited.
    pub(super) fn push_syn_path(
        &mut self,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<u32> {
        let names: Vec<Name> = path
            .segments
            .iter()
            .map(|segment| name(&segment.ident.unraw().to_string()))
            .collect();
        let first_segment = path.segments.first()?;
        let last = path.segments.last()?.ident.span();
        let first = match &path.leading_colon {
            Some(colon) => colon.spans[0],
            None => first_segment.ident.span(),
        };
        let span = self.between(first, last);
        if path.leading_colon.is_some() {
            return Some(self.push_path(Anchor::Global, names, span, (kind, namespace, certainty)));
        }
        if first_segment.ident == DOLLAR_CRATE {
            let role = (kind, namespace, certainty);
            return Some(self.push_path(
                Anchor::DollarCrate,
                names.into_iter().skip(1),
                span,
                role,
            ));
        }
        if first_segment.ident == "Self" {
            let anchor = self.self_anchor?;
            if names.len() < 2 {
                return None;
            }
            let role = (kind, namespace, certainty);
            return Some(self.push_path(anchor, names.into_iter().skip(1), span, role));
        }
        let certainty = self.certainty_of(&names, namespace, certainty)?;
        let role = (kind, namespace, certainty);
        Some(self.push_path(Anchor::Lexical, names, span, role))
    }

    /// `None` where the path begins at a local binding or generic parameter.
    pub(super) fn certainty_of(
        &self,
        names: &[Name],
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<Certainty> {
        let first = names.first()?;
        if namespace != Namespace::Macro && self.types.contains(first) {
            return None;
        }
        let is_single_value =
            names.len() == 1 && matches!(namespace, Namespace::Value | Namespace::Any);
        if !is_single_value {
            return Some(certainty);
        }
        match self.values.iter().rev().find(|(bound, _)| bound == first) {
            Some((_, true)) => Some(Certainty::Maybe),
            Some((_, false)) => None,
            None if *first == "self" => None,
            None => Some(certainty),
        }
    }

    fn path_role(
        &mut self,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
    ) -> Option<u32> {
        let certainty = if self.in_macro {
            Certainty::Tokens
        } else {
            Certainty::Path
        };
        let index = self.push_syn_path(path, kind, namespace, certainty);
        self.generic_arguments(path);
        index
    }

    fn generic_arguments(&mut self, path: &syn::Path) {
        for segment in &path.segments {
            self.visit_path_arguments(&segment.arguments);
        }
    }

    /// `<T as Trait>::Name` names `Trait::Name`; `<Type>::name` names `Type::name`.
    fn qualified(
        &mut self,
        qself: &syn::QSelf,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
    ) {
        if qself.position > 0 {
            self.visit_type(&qself.ty);
            self.path_role(path, kind, namespace);
            return;
        }
        match &*qself.ty {
            syn::Type::Path(inner) if inner.qself.is_none() => {
                let mut whole = inner.path.clone();
                whole.segments.extend(path.segments.iter().cloned());
                self.path_role(&whole, kind, namespace);
            }
            other => {
                self.visit_type(other);
                self.generic_arguments(path);
            }
        }
    }

    fn use_tree(&mut self, tree: &syn::UseTree, prefix: &mut Vec<Ident>, template: &Import) {
        match tree {
            syn::UseTree::Path(path) => {
                prefix.push(path.ident.clone());
                self.use_tree(&path.tree, prefix, template);
                prefix.pop();
            }
            syn::UseTree::Name(leaf) => self.use_leaf(&leaf.ident, None, prefix, template),
            syn::UseTree::Rename(leaf) => {
                self.use_leaf(&leaf.ident, Some(&leaf.rename), prefix, template);
            }
            syn::UseTree::Glob(glob) => {
                let span = self.span(glob.star_token.span);
                self.push_import(prefix, ImportTarget::Glob, span, template);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(tree, prefix, template);
                }
            }
        }
    }

    fn use_leaf(
        &mut self,
        ident: &Ident,
        rename: Option<&Ident>,
        prefix: &mut Vec<Ident>,
        template: &Import,
    ) {
        let span = self.span(ident.span());
        let is_self = ident == "self" && !prefix.is_empty();
        let visible = match rename {
            Some(rename) => rename.clone(),
            None if is_self => prefix[prefix.len() - 1].clone(),
            None => ident.clone(),
        };
        let target = if visible == "_" {
            ImportTarget::Unnamed
        } else if is_self {
            ImportTarget::Module(name(&visible.unraw().to_string()))
        } else {
            ImportTarget::Name(name(&visible.unraw().to_string()))
        };
        if is_self {
            self.push_import(prefix, target, span, template);
        } else {
            prefix.push(ident.clone());
            self.push_import(prefix, target, span, template);
            prefix.pop();
        }
    }

    fn push_import(&mut self, path: &[Ident], target: ImportTarget, span: Span, template: &Import) {
        let (anchor, skip) = match path.first() {
            Some(first) if first == "Self" => return,
            Some(first) if first == DOLLAR_CRATE => (Anchor::DollarCrate, 1),
            _ => (template.anchor, 0),
        };
        let names: Vec<Name> = path[skip..]
            .iter()
            .map(|ident| name(&ident.unraw().to_string()))
            .collect();
        let path = self.push_segments(names);
        self.facts.imports.push(Import {
            anchor,
            path,
            target,
            span,
            via_macro: self.is_written_by_macro(span),
            ..template.clone()
        });
    }

    fn import_template(&self, visibility: Visibility, global: bool) -> Import {
        Import {
            scope: self.scope,
            anchor: if global {
                Anchor::Global
            } else {
                Anchor::Lexical
            },
            path: (0, 0),
            target: ImportTarget::Glob,
            visibility,
            span: Span::default(),
            cfg: self.cfg,
            extern_crate: false,
            macro_use: false,
            via_macro: false,
        }
    }

    fn signature(&mut self, signature: &syn::Signature, body: Option<&syn::Block>) {
        self.frame(|this| {
            this.bind_generics(&signature.generics);
            this.visit_generics(&signature.generics);
            for input in &signature.inputs {
                match input {
                    syn::FnArg::Receiver(receiver) => this.visit_receiver(receiver),
                    syn::FnArg::Typed(typed) => {
                        this.under(&typed.attrs, |this| this.visit_type(&typed.ty));
                    }
                }
            }
            this.visit_return_type(&signature.output);
            for input in &signature.inputs {
                if let syn::FnArg::Typed(typed) = input {
                    this.visit_pat(&typed.pat);
                }
            }
            if let Some(body) = body {
                this.visit_block(body);
            }
        });
    }

    fn item_enum(&mut self, item: &syn::ItemEnum) {
        let index = self.push_item(&item.ident, ItemKind::Enum, visibility(&item.vis));
        self.within_definition(index, &item.generics, |this| {
            for variant in &item.variants {
                this.under(&variant.attrs, |this| {
                    let member = this.member(&variant.ident, ItemKind::Variant);
                    this.facts.items[index].members.push(member);
                    this.visit_fields(&variant.fields);
                    if let Some((_, value)) = &variant.discriminant {
                        this.visit_expr(value);
                    }
                });
            }
        });
    }

    fn item_trait(&mut self, item: &syn::ItemTrait) {
        let index = self.push_item(&item.ident, ItemKind::Trait, visibility(&item.vis));
        self.within_definition(index, &item.generics, |this| {
            for bound in &item.supertraits {
                this.visit_type_param_bound(bound);
            }
            for item in &item.items {
                this.trait_item(index, item);
            }
        });
    }

    fn trait_item(&mut self, owner: usize, item: &syn::TraitItem) {
        let (attributes, ident) = match item {
            syn::TraitItem::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            syn::TraitItem::Const(item) => (&item.attrs, Some(&item.ident)),
            syn::TraitItem::Type(item) => (&item.attrs, Some(&item.ident)),
            syn::TraitItem::Macro(item) => (&item.attrs, None),
            _ => return,
        };
        self.under(attributes, |this| {
            if let Some(ident) = ident {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.items[owner].members.push(member);
            }
            match item {
                syn::TraitItem::Fn(item) => this.signature(&item.sig, item.default.as_ref()),
                syn::TraitItem::Const(item) => visit::visit_trait_item_const(this, item),
                syn::TraitItem::Type(item) => this.frame(|this| {
                    this.bind_generics(&item.generics);
                    visit::visit_trait_item_type(this, item);
                }),
                syn::TraitItem::Macro(item) => this.macro_in_body(&item.mac),
                _ => {}
            }
        });
    }

    fn item_impl(&mut self, item: &syn::ItemImpl) {
        let index = self.facts.impls.len();
        self.facts.impls.push(Impl {
            scope: self.scope,
            self_path: None,
            of_trait: item.trait_.is_some(),
            members: Vec::new(),
        });
        let anchor = Anchor::SelfOfImpl(u32::try_from(index).expect("fewer than 2^32 impls"));
        self.frame(|this| {
            this.bind_generics(&item.generics);
            if let Some((path, _)) = &item.trait_ {
                this.self_anchor = Some(anchor);
                this.path_role(path, ReferenceKind::Impl, Namespace::Type);
            }
            this.facts.impls[index].self_path = this.self_type(&item.self_ty);
            this.self_anchor = Some(anchor);
            this.visit_generics(&item.generics);
            for item in &item.items {
                this.impl_item(index, item);
            }
        });
        self.self_anchor = None;
    }

    /// Records the self type of an `impl`; gives the path at its head.
    fn self_type(&mut self, ty: &syn::Type) -> Option<u32> {
        match ty {
            syn::Type::Path(path) if path.qself.is_none() => {
                self.path_role(&path.path, ReferenceKind::Impl, Namespace::Type)
            }
            syn::Type::Reference(inner) => self.self_type(&inner.elem),
            syn::Type::Paren(inner) => self.self_type(&inner.elem),
            syn::Type::Group(inner) => self.self_type(&inner.elem),
            syn::Type::TraitObject(object) => match object.bounds.first() {
                Some(syn::TypeParamBound::Trait(bound)) => {
                    let head = self.path_role(&bound.path, ReferenceKind::Impl, Namespace::Type);
                    for bound in object.bounds.iter().skip(1) {
                        self.visit_type_param_bound(bound);
                    }
                    head
                }
                _ => None,
            },
            other => {
                self.visit_type(other);
                None
            }
        }
    }

    fn impl_item(&mut self, owner: usize, item: &syn::ImplItem) {
        let (attributes, ident) = match item {
            syn::ImplItem::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            syn::ImplItem::Const(item) => (&item.attrs, Some(&item.ident)),
            syn::ImplItem::Type(item) => (&item.attrs, Some(&item.ident)),
            syn::ImplItem::Macro(item) => (&item.attrs, None),
            _ => return,
        };
        self.under(attributes, |this| {
            if let Some(ident) = ident {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.impls[owner].members.push(member);
            }
            match item {
                syn::ImplItem::Fn(item) => this.signature(&item.sig, Some(&item.block)),
                syn::ImplItem::Const(item) => this.frame(|this| {
                    this.bind_generics(&item.generics);
                    this.visit_type(&item.ty);
                    this.visit_expr(&item.expr);
                }),
                syn::ImplItem::Type(item) => this.frame(|this| {
                    this.bind_generics(&item.generics);
                    this.visit_generics(&item.generics);
                    this.visit_type(&item.ty);
                }),
                syn::ImplItem::Macro(item) => this.macro_in_body(&item.mac),
                _ => {}
            }
        });
    }

    /// Walks the inside of a definition, where its generics and `Self` hold.
    fn within_definition(
        &mut self,
        index: usize,
        generics: &syn::Generics,
        body: impl FnOnce(&mut Self),
    ) {
        let index = u32::try_from(index).expect("fewer than 2^32 items");
        let outer = self.self_anchor.replace(Anchor::SelfOfItem(index));
        self.frame(|this| {
            this.bind_generics(generics);
            this.visit_generics(generics);
            body(this);
        });
        self.self_anchor = outer;
    }

    fn item_mod(&mut self, item: &syn::ItemMod) {
        let index = self.facts.modules.len();
        self.facts.modules.push(ModuleDeclaration {
            scope: self.scope,
            name: name(&item.ident.unraw().to_string()),
            body: None,
            paths: path_attributes(&item.attrs),
            visibility: visibility(&item.vis),
            span: self.span(item.ident.span()),
            cfg: self.cfg,
            macro_use: has_word(&item.attrs, "macro_use"),
            attribute: self.last_attribute(&item.attrs),
            in_macro: self.in_macro,
        });
        let Some((_, items)) = &item.content else {
            return;
        };
        let kind = ScopeKind::Module(u32::try_from(index).expect("fewer than 2^32 modules"));
        let outer = self.scope;
        self.scope = self.push_scope(kind);
        self.facts.modules[index].body = Some(self.scope);
        for item in items {
            self.visit_item(item);
        }
        self.scope = outer;
    }

    /// The path of the last of these attributes that names anything; they were recorded just now.
    fn last_attribute(&self, attributes: &[Attribute]) -> Option<u32> {
        let first = attributes.first()?.path().segments.first()?.ident.span();
        let begin = self.span(first).start;
        let last = self.facts.paths.last()?;
        let is_attribute = last.kind == ReferenceKind::Derive && last.span.start >= begin;
        is_attribute.then(|| u32::try_from(self.facts.paths.len() - 1).ok())?
    }

    fn item_fn(&mut self, item: &syn::ItemFn) {
        self.push_item(&item.sig.ident, ItemKind::Function, visibility(&item.vis));
        self.proc_macro(item);
        self.signature(&item.sig, Some(&item.block));
    }

    /// A function of a proc-macro crate defines a macro as well.
    fn proc_macro(&mut self, item: &syn::ItemFn) {
        for attribute in &item.attrs {
            let path = attribute.path();
            if path.is_ident("proc_macro") || path.is_ident("proc_macro_attribute") {
                self.push_item(&item.sig.ident, ItemKind::ProcMacro, Visibility::Public);
            } else if path.is_ident("proc_macro_derive")
                && let Meta::List(list) = &attribute.meta
                && let Some(proc_macro2::TokenTree::Ident(ident)) =
                    list.tokens.clone().into_iter().next()
            {
                self.push_item(&ident, ItemKind::ProcMacro, Visibility::Public);
            }
        }
    }

    fn item_extern_crate(&mut self, item: &syn::ItemExternCrate) {
        let visible = item
            .rename
            .as_ref()
            .map_or(&item.ident, |(_, rename)| rename);
        let target = if visible == "_" {
            ImportTarget::Unnamed
        } else {
            ImportTarget::Name(name(&visible.unraw().to_string()))
        };
        let path = self.push_segments([name(&item.ident.unraw().to_string())]);
        let import = Import {
            path,
            target,
            span: self.span(item.ident.span()),
            extern_crate: true,
            macro_use: has_word(&item.attrs, "macro_use"),
            ..self.import_template(visibility(&item.vis), true)
        };
        self.facts.imports.push(import);
    }

    fn item_macro(&mut self, item: &syn::ItemMacro) {
        let Some(ident) = &item.ident else {
            self.macro_in_items(&item.mac);
            return;
        };
        let index = self.push_item(ident, ItemKind::Macro, Visibility::Module);
        self.facts.items[index].exported = has_word(&item.attrs, "macro_export");
        if item.mac.path.is_ident("macro_rules") {
            self.facts.items[index].body = Some(self.kept_tokens(&item.mac));
        }
        self.macro_definition(&item.mac.tokens);
    }

    fn item(&mut self, item: &syn::Item) {
        match item {
            syn::Item::Fn(item) => self.item_fn(item),
            syn::Item::Mod(item) => self.item_mod(item),
            syn::Item::Enum(item) => self.item_enum(item),
            syn::Item::Trait(item) => self.item_trait(item),
            syn::Item::Impl(item) => self.item_impl(item),
            syn::Item::Macro(item) => self.item_macro(item),
            syn::Item::ExternCrate(item) => self.item_extern_crate(item),
            syn::Item::Use(item) => {
                let template =
                    self.import_template(visibility(&item.vis), item.leading_colon.is_some());
                self.use_tree(&item.tree, &mut Vec::new(), &template);
            }
            syn::Item::Struct(item) => {
                let kind = match item.fields {
                    syn::Fields::Named(_) => ItemKind::RecordStruct,
                    _ => ItemKind::TupleStruct,
                };
                let index = self.push_item(&item.ident, kind, visibility(&item.vis));
                self.within_definition(index, &item.generics, |this| {
                    this.visit_fields(&item.fields);
                });
            }
            syn::Item::Union(item) => {
                let index = self.push_item(&item.ident, ItemKind::Union, visibility(&item.vis));
                self.within_definition(index, &item.generics, |this| {
                    this.visit_fields_named(&item.fields);
                });
            }
            syn::Item::TraitAlias(item) => {
                let index = self.push_item(&item.ident, ItemKind::Trait, visibility(&item.vis));
                self.within_definition(index, &item.generics, |this| {
                    for bound in &item.bounds {
                        this.visit_type_param_bound(bound);
                    }
                });
            }
            syn::Item::Type(item) => self.item_type(item),
            syn::Item::Const(item) => {
                if item.ident != "_" {
                    self.push_item(&item.ident, ItemKind::Const, visibility(&item.vis));
                }
                self.visit_type(&item.ty);
                self.visit_expr(&item.expr);
            }
            syn::Item::Static(item) => {
                self.push_item(&item.ident, ItemKind::Static, visibility(&item.vis));
                self.visit_type(&item.ty);
                self.visit_expr(&item.expr);
            }
            syn::Item::ForeignMod(item) => {
                for item in &item.items {
                    self.foreign_item(item);
                }
            }
            syn::Item::Verbatim(tokens) => self.verbatim_item(tokens),
            _ => {}
        }
    }

    fn item_type(&mut self, item: &syn::ItemType) {
        let index = self.push_item(&item.ident, ItemKind::TypeAlias, visibility(&item.vis));
        self.within_definition(index, &item.generics, |this| {
            let alias = match &*item.ty {
                syn::Type::Path(path) if path.qself.is_none() => {
                    this.path_role(&path.path, ReferenceKind::Type, Namespace::Type)
                }
                other => {
                    this.visit_type(other);
                    None
                }
            };
            this.facts.items[index].alias = alias;
        });
    }

    fn foreign_item(&mut self, item: &syn::ForeignItem) {
        match item {
            syn::ForeignItem::Fn(item) => self.under(&item.attrs, |this| {
                this.push_item(&item.sig.ident, ItemKind::Function, visibility(&item.vis));
                this.signature(&item.sig, None);
            }),
            syn::ForeignItem::Static(item) => self.under(&item.attrs, |this| {
                this.push_item(&item.ident, ItemKind::Static, visibility(&item.vis));
                this.visit_type(&item.ty);
            }),
            syn::ForeignItem::Type(item) => self.under(&item.attrs, |this| {
                this.push_item(&item.ident, ItemKind::RecordStruct, visibility(&item.vis));
            }),
            syn::ForeignItem::Macro(item) => self.macro_in_body(&item.mac),
            _ => {}
        }
    }

    /// Binds what an identifier pattern brings, or records the constant that it may name.
    fn pattern_ident(&mut self, pattern: &syn::PatIdent) {
        let is_binding =
            pattern.by_ref.is_some() || pattern.mutability.is_some() || pattern.subpat.is_some();
        let text = pattern.ident.unraw().to_string();
        let may_be_constant = !is_binding && text.starts_with(|c: char| c.is_uppercase());
        if may_be_constant {
            let span = self.span(pattern.ident.span());
            let role = (ReferenceKind::Path, Namespace::Value, Certainty::Maybe);
            self.push_path(Anchor::Lexical, [name(&text)], span, role);
        }
        self.bind(&pattern.ident, may_be_constant);
        if let Some((_, pattern)) = &pattern.subpat {
            self.visit_pat(pattern);
        }
    }
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let outer = self.leave_function();
        self.under(item_attributes(item), |this| this.item(item));
        self.return_to(outer);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.block_scope(&block.stmts, |this| {
            for statement in &block.stmts {
                this.visit_stmt(statement);
            }
        });
    }

    fn visit_stmt(&mut self, statement: &'ast syn::Stmt) {
        match statement {
            syn::Stmt::Local(local) => self.under(&local.attrs, |this| this.visit_local(local)),
            syn::Stmt::Item(item) => self.visit_item(item),
            syn::Stmt::Expr(expression, _) => {
                self.under(expression_attributes(expression), |this| {
                    this.visit_expr(expression);
                });
            }
            syn::Stmt::Macro(inner) if defines_items(statement) => {
                self.under(&inner.attrs, |this| this.macro_in_items(&inner.mac));
            }
            syn::Stmt::Macro(statement) => {
                self.under(&statement.attrs, |this| this.macro_in_body(&statement.mac));
            }
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.visit_expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.visit_expr(diverge);
            }
        }
        self.visit_pat(&local.pat);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.frame(|this| visit::visit_expr_closure(this, closure));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.under(&arm.attrs, |this| {
            this.frame(|this| {
                this.visit_pat(&arm.pat);
                this.visit_expr(&arm.body);
            });
        });
    }

    fn visit_expr_if(&mut self, expression: &'ast syn::ExprIf) {
        self.frame(|this| {
            this.visit_expr(&expression.cond);
            this.visit_block(&expression.then_branch);
        });
        if let Some((_, otherwise)) = &expression.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_while(&mut self, expression: &'ast syn::ExprWhile) {
        self.frame(|this| {
            this.visit_expr(&expression.cond);
            this.visit_block(&expression.body);
        });
    }

    fn visit_expr_for_loop(&mut self, expression: &'ast syn::ExprForLoop) {
        self.visit_expr(&expression.expr);
        self.frame(|this| {
            this.visit_pat(&expression.pat);
            this.visit_block(&expression.body);
        });
    }

    fn visit_expr_let(&mut self, expression: &'ast syn::ExprLet) {
        self.visit_expr(&expression.expr);
        self.visit_pat(&expression.pat);
    }

    fn visit_expr_path(&mut self, expression: &'ast syn::ExprPath) {
        match &expression.qself {
            Some(qself) => {
                self.qualified(
                    qself,
                    &expression.path,
                    ReferenceKind::Path,
                    Namespace::Value,
                );
            }
            None => {
                self.path_role(&expression.path, ReferenceKind::Path, Namespace::Value);
            }
        }
    }

    fn visit_expr_struct(&mut self, expression: &'ast syn::ExprStruct) {
        match &expression.qself {
            Some(qself) => {
                self.qualified(
                    qself,
                    &expression.path,
                    ReferenceKind::Path,
                    Namespace::Type,
                );
            }
            None => {
                self.path_role(&expression.path, ReferenceKind::Path, Namespace::Type);
            }
        }
        for field in &expression.fields {
            self.under(&field.attrs, |this| this.visit_expr(&field.expr));
        }
        if let Some(rest) = &expression.rest {
            self.visit_expr(rest);
        }
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.pattern_ident(pattern);
    }

    fn visit_field_pat(&mut self, field: &'ast syn::FieldPat) {
        match (&field.colon_token, &*field.pat) {
            (None, syn::Pat::Ident(pattern)) => self.bind(&pattern.ident, false),
            (_, pattern) => self.visit_pat(pattern),
        }
    }

    fn visit_pat_struct(&mut self, pattern: &'ast syn::PatStruct) {
        match &pattern.qself {
            Some(qself) => {
                self.qualified(qself, &pattern.path, ReferenceKind::Path, Namespace::Type);
            }
            None => {
                self.path_role(&pattern.path, ReferenceKind::Path, Namespace::Type);
            }
        }
        for field in &pattern.fields {
            self.visit_field_pat(field);
        }
    }

    fn visit_pat_tuple_struct(&mut self, pattern: &'ast syn::PatTupleStruct) {
        match &pattern.qself {
            Some(qself) => {
                self.qualified(qself, &pattern.path, ReferenceKind::Path, Namespace::Value);
            }
            None => {
                self.path_role(&pattern.path, ReferenceKind::Path, Namespace::Value);
            }
        }
        for element in &pattern.elems {
            self.visit_pat(element);
        }
    }

    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        match &ty.qself {
            Some(qself) => self.qualified(qself, &ty.path, ReferenceKind::Type, Namespace::Type),
            None => {
                self.path_role(&ty.path, ReferenceKind::Type, Namespace::Type);
            }
        }
    }

    fn visit_trait_bound(&mut self, bound: &'ast syn::TraitBound) {
        self.path_role(&bound.path, ReferenceKind::Type, Namespace::Type);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path_role(path, ReferenceKind::Path, Namespace::Any);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.under(&field.attrs, |this| this.visit_type(&field.ty));
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.macro_in_body(mac);
    }

    /// A visibility is no dependency.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    /// Attributes are read where their condition is known; those of expressions name nothing that matters here.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// How far something can be seen.
pub(super) fn visibility(visibility: &syn::Visibility) -> Visibility {
    match visibility {
        syn::Visibility::Public(_) => Visibility::Public,
        syn::Visibility::Inherited => Visibility::Module,
        syn::Visibility::Restricted(restricted) => {
            let names: Vec<Name> = restricted
                .path
                .segments
                .iter()
                .map(|segment| name(&segment.ident.unraw().to_string()))
                .collect();
            match names.as_slice() {
                [only] if *only == "crate" => Visibility::Crate,
                [only] if *only == "self" => Visibility::Module,
                [only] if *only == "super" => Visibility::Parent,
                _ => Visibility::Path(names),
            }
        }
    }
}

/// Whether a statement calls a macro of a well-known crate that defines items.
fn defines_items(statement: &syn::Stmt) -> bool {
    const MACROS: [&str; 4] = ["bitflags", "lazy_static", "table", "thread_local"];
    match statement {
        syn::Stmt::Macro(statement) => {
            let last = statement.mac.path.segments.last();
            last.is_some_and(|last| MACROS.iter().any(|known| last.ident == known))
        }
        _ => false,
    }
}

fn has_word(attributes: &[Attribute], word: &str) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident(word)
            || cfg::of_cfg_attr(attribute)
                .is_some_and(|(_, metas)| metas.iter().any(|meta| meta.path().is_ident(word)))
    })
}

/// The files of `#[path = "…"]` and `#[cfg_attr(…, path = "…")]`.
fn path_attributes(attributes: &[Attribute]) -> Vec<(Option<Cfg>, String)> {
    let file = |meta: &Meta| match meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => cfg::literal(&pair.value),
        _ => None,
    };
    let mut files = Vec::new();
    for attribute in attributes {
        if let Some((condition, metas)) = cfg::of_cfg_attr(attribute) {
            let found = metas.iter().filter_map(file);
            files.extend(found.map(|path| (Some(condition.clone()), path)));
        } else if let Some(path) = file(&attribute.meta) {
            files.push((None, path));
        }
    }
    files
}

fn item_attributes(item: &syn::Item) -> &[Attribute] {
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
fn expression_attributes(expression: &syn::Expr) -> &[Attribute] {
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
