//! Items: what each defines, imports and declares.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::{Attribute, Meta};

use super::attributes::{has_word, path_attributes};
use super::collector::{Collector, DOLLAR_CRATE};
use crate::base::{Name, ReferenceKind, Span, name};
use crate::facts::code::Generics;
use crate::facts::{
    Anchor, Impl, Import, ImportTarget, ItemKind, ModuleDeclaration, Namespace, ScopeKind,
    Visibility,
};

impl Collector {
    pub(super) fn use_tree(
        &mut self,
        tree: &syn::UseTree,
        prefix: &mut Vec<Ident>,
        template: &Import,
    ) {
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

    pub(super) fn use_leaf(
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

    pub(super) fn push_import(
        &mut self,
        path: &[Ident],
        target: ImportTarget,
        span: Span,
        template: &Import,
    ) {
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

    pub(super) fn import_template(&self, visibility: Visibility, global: bool) -> Import {
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

    pub(super) fn signature(&mut self, signature: &syn::Signature, body: Option<&syn::Block>) {
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

    pub(super) fn item_enum(&mut self, item: &syn::ItemEnum) {
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

    pub(super) fn item_trait(&mut self, item: &syn::ItemTrait) {
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

    pub(super) fn trait_item(&mut self, owner: usize, item: &syn::TraitItem) {
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

    pub(super) fn item_impl(&mut self, item: &syn::ItemImpl) {
        let index = self.facts.impls.len();
        self.facts.impls.push(Impl {
            scope: self.scope,
            self_path: None,
            generics: Generics::default(),
            self_type: 0,
            of_trait: None,
            is_of_trait: item.trait_.is_some(),
            cfg: self.cfg,
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
    pub(super) fn self_type(&mut self, ty: &syn::Type) -> Option<u32> {
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

    pub(super) fn impl_item(&mut self, owner: usize, item: &syn::ImplItem) {
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
    pub(super) fn within_definition(
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

    pub(super) fn item_mod(&mut self, item: &syn::ItemMod) {
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
    pub(super) fn last_attribute(&self, attributes: &[Attribute]) -> Option<u32> {
        let first = attributes.first()?.path().segments.first()?.ident.span();
        let begin = self.span(first).start;
        let last = self.facts.paths.last()?;
        let is_attribute = last.kind == ReferenceKind::Derive && last.span.start >= begin;
        is_attribute.then(|| u32::try_from(self.facts.paths.len() - 1).ok())?
    }

    pub(super) fn item_fn(&mut self, item: &syn::ItemFn) {
        self.push_item(&item.sig.ident, ItemKind::Function, visibility(&item.vis));
        self.proc_macro(item);
        self.signature(&item.sig, Some(&item.block));
    }

    /// A function of a proc-macro crate defines a macro as well.
    pub(super) fn proc_macro(&mut self, item: &syn::ItemFn) {
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

    pub(super) fn item_extern_crate(&mut self, item: &syn::ItemExternCrate) {
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

    pub(super) fn item_macro(&mut self, item: &syn::ItemMacro) {
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

    pub(super) fn item(&mut self, item: &syn::Item) {
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

    pub(super) fn item_type(&mut self, item: &syn::ItemType) {
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

    pub(super) fn foreign_item(&mut self, item: &syn::ForeignItem) {
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
