//! Items: what each defines, imports and declares.

use proc_macro2::Ident;
use syn::visit::Visit;
use syn::{Attribute, Meta};

use super::attributes::{has_word, path_attributes};
use super::collector::{Collector, name_of};
use super::rules::DOLLAR_CRATE;
use super::types::{UNKNOWN, mutability};
use crate::base::{Name, ReferenceKind, Span, name, number};
use crate::facts::code::{
    Bound, Generics, ItemCode, MemberCode, Owner, Pattern, Signature, Type, TypeIx,
};
use crate::facts::{
    Anchor, Certainty, Impl, Import, ImportTarget, ItemKind, ModuleDeclaration, Position,
    ScopeKind, Visibility,
};

impl Collector<'_> {
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
            ImportTarget::Module(name_of(&visible))
        } else {
            ImportTarget::Name(name_of(&visible))
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
        let names: Vec<Name> = path[skip..].iter().map(name_of).collect();
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

    /// Walks a function: its head, and its body where it has one.
    pub(super) fn signature(
        &mut self,
        signature: &syn::Signature,
        body: Option<&syn::Block>,
        owner: Owner,
    ) -> Signature {
        let mut kept = Signature::default();
        self.frame(|this| {
            let generics = this.generics(&signature.generics);
            kept = this.head(signature, generics);
            let mut parameters = Vec::new();
            for input in &signature.inputs {
                match input {
                    syn::FnArg::Receiver(receiver) => {
                        let token = receiver.self_token.span;
                        let of_definition = this.is_of_definition(token);
                        let local = this.bind_name(name("self"), false, of_definition);
                        parameters.push(this.push_pattern(Pattern::Bind {
                            local,
                            reference: None,
                            sub: None,
                            constant: None,
                        }));
                    }
                    syn::FnArg::Typed(typed) => {
                        this.under(&typed.attrs, |this| {
                            let pattern = this.pattern(&typed.pat);
                            parameters.push(pattern);
                        });
                    }
                }
            }
            if let Some(body) = body {
                let value = this.block(body);
                this.push_body(owner, parameters, value);
            }
        });
        kept
    }

    /// Walks the value of a constant or static.
    fn value(&mut self, value: &syn::Expr, owner: Owner) {
        let value = self.expr(value);
        self.push_body(owner, Vec::new(), value);
    }

    pub(super) fn item_enum(&mut self, item: &syn::ItemEnum) {
        let index = self.push_item(&item.ident, ItemKind::Enum, visibility(&item.vis));
        self.facts.items[index].derives = self.derive_paths(&item.attrs);
        self.within_definition(index, &item.generics, |this, generics| {
            for variant in &item.variants {
                this.under(&variant.attrs, |this| {
                    let mut member = this.member(&variant.ident, ItemKind::Variant);
                    member.code = MemberCode::Variant(this.fields(&variant.fields));
                    this.facts.items[index].members.push(member);
                    if let Some((_, value)) = &variant.discriminant {
                        this.value(value, Owner::Nobody);
                    }
                });
            }
            ItemCode::Enum(generics)
        });
    }

    pub(super) fn item_trait(&mut self, item: &syn::ItemTrait) {
        let index = self.push_item(&item.ident, ItemKind::Trait, visibility(&item.vis));
        self.within_definition(index, &item.generics, |this, generics| {
            let supertraits = this.bounds(&item.supertraits);
            for item in &item.items {
                this.trait_item(index, item);
            }
            ItemCode::Trait {
                generics,
                supertraits,
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
            let mut at = 0;
            if let Some(ident) = ident {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.items[owner].members.push(member);
                at = this.facts.items[owner].members.len() - 1;
            }
            let body = Owner::TraitMember(number(owner), number(at));
            let code = match item {
                syn::TraitItem::Fn(item) => {
                    MemberCode::Function(this.signature(&item.sig, item.default.as_ref(), body))
                }
                syn::TraitItem::Const(item) => {
                    let mut ty = UNKNOWN;
                    this.frame(|this| {
                        this.generics(&item.generics);
                        ty = this.ty(&item.ty);
                        if let Some((_, value)) = &item.default {
                            this.value(value, body);
                        }
                    });
                    MemberCode::Value(ty)
                }
                syn::TraitItem::Type(item) => {
                    let mut code = MemberCode::None;
                    this.frame(|this| {
                        this.generics(&item.generics);
                        let bounds = this.bounds(&item.bounds);
                        let default = item.default.as_ref().map(|(_, ty)| this.ty(ty));
                        code = MemberCode::Type(bounds, default);
                    });
                    code
                }
                syn::TraitItem::Macro(item) => {
                    this.macro_in_body(&item.mac, Position::TraitItems);
                    return;
                }
                _ => return,
            };
            this.facts.items[owner].members[at].code = code;
        });
    }

    pub(super) fn item_impl(&mut self, item: &syn::ItemImpl) {
        let index = self.facts.impls.len();
        self.facts.impls.push(Impl {
            cfg: self.cfg,
            scope: self.scope,
            self_path: None,
            generics: Generics::default(),
            self_type: UNKNOWN,
            of_trait: None,
            is_of_trait: item.trait_.is_some(),
            members: Vec::new(),
            header: self.expansion.is_none().then(|| self.header(item)),
            is_continued: self.continues_impl,
        });
        let anchor = Anchor::SelfOfImpl(number(index));
        let first_path = self.facts.paths.len();
        self.frame(|this| {
            this.bind_generics(&item.generics);
            if let Some((path, _)) = &item.trait_ {
                this.self_anchor = Some(anchor);
                this.facts.impls[index].of_trait = this.bound(path, ReferenceKind::Impl);
            }
            let (self_type, self_path) = this.self_type(&item.self_ty);
            this.facts.impls[index].self_type = self_type;
            this.facts.impls[index].self_path = self_path;
            this.self_anchor = Some(anchor);
            this.facts.impls[index].generics = this.generics(&item.generics);
            if this.continues_impl {
                for path in &mut this.facts.paths[first_path..] {
                    path.certainty = Certainty::Silent;
                }
                this.continues_impl = false;
            }
            for item in &item.items {
                this.impl_item(index, item);
            }
        });
        self.self_anchor = None;
    }

    /// What stands in front of the body of an `impl`.
    fn header(&self, item: &syn::ItemImpl) -> Span {
        let body = self.span(item.brace_token.span.open());
        Span::new(self.span(item.impl_token.span).start, body.start)
    }

    /// Records the self type of an `impl`; gives it, and the path at its head.
    pub(super) fn self_type(&mut self, ty: &syn::Type) -> (TypeIx, Option<u32>) {
        match ty {
            syn::Type::Path(path) if path.qself.is_none() => {
                let ty = self.path_type(None, &path.path, ReferenceKind::Impl);
                let head = match self.facts.code.types[ty as usize] {
                    Type::Path { path, .. } => Some(path),
                    _ => None,
                };
                (ty, head)
            }
            syn::Type::Reference(inner) => {
                let (of, head) = self.self_type(&inner.elem);
                let kept = Type::Reference(mutability(inner.mutability), of);
                (self.push_type(kept), head)
            }
            syn::Type::Paren(inner) => self.self_type(&inner.elem),
            syn::Type::Group(inner) => self.self_type(&inner.elem),
            syn::Type::TraitObject(object) => match object.bounds.first() {
                Some(syn::TypeParamBound::Trait(bound)) => {
                    let first = self.bound(&bound.path, ReferenceKind::Impl);
                    let head = first.as_ref().map(|bound| bound.path);
                    let mut bounds: Vec<Bound> = first.into_iter().collect();
                    bounds.extend(self.bounds(object.bounds.iter().skip(1)));
                    (self.push_type(Type::Dyn(bounds)), head)
                }
                _ => (UNKNOWN, None),
            },
            other => (self.ty(other), None),
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
            let mut at = 0;
            if let Some(ident) = ident {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.impls[owner].members.push(member);
                at = this.facts.impls[owner].members.len() - 1;
            }
            let body = Owner::ImplMember(number(owner), number(at));
            let code = match item {
                syn::ImplItem::Fn(item) => {
                    MemberCode::Function(this.signature(&item.sig, Some(&item.block), body))
                }
                syn::ImplItem::Const(item) => {
                    let mut ty = UNKNOWN;
                    this.frame(|this| {
                        this.generics(&item.generics);
                        ty = this.ty(&item.ty);
                        this.value(&item.expr, body);
                    });
                    MemberCode::Value(ty)
                }
                syn::ImplItem::Type(item) => {
                    let mut ty = UNKNOWN;
                    this.frame(|this| {
                        this.generics(&item.generics);
                        ty = this.ty(&item.ty);
                    });
                    MemberCode::Type(Vec::new(), Some(ty))
                }
                syn::ImplItem::Macro(item) => {
                    this.macro_in_body(&item.mac, Position::ImplItems);
                    return;
                }
                _ => return,
            };
            this.facts.impls[owner].members[at].code = code;
        });
    }

    /// Walks the inside of a definition, where its generics and `Self` hold.
    pub(super) fn within_definition(
        &mut self,
        index: usize,
        generics: &syn::Generics,
        body: impl FnOnce(&mut Self, Generics) -> ItemCode,
    ) {
        let outer = self.self_anchor.replace(Anchor::SelfOfItem(number(index)));
        self.frame(|this| {
            let generics = this.generics(generics);
            this.facts.items[index].code = body(this, generics);
        });
        self.self_anchor = outer;
    }

    pub(super) fn item_mod(&mut self, item: &syn::ItemMod) {
        let index = self.facts.modules.len();
        self.facts.modules.push(ModuleDeclaration {
            scope: self.scope,
            name: name_of(&item.ident),
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
        let index = self.push_item(&item.sig.ident, ItemKind::Function, visibility(&item.vis));
        self.proc_macro(item);
        let body = Owner::Item(number(index));
        let signature = self.signature(&item.sig, Some(&item.block), body);
        self.facts.items[index].code = ItemCode::Function(signature);
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
            ImportTarget::Name(name_of(visible))
        };
        let path = self.push_segments([name_of(&item.ident)]);
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
                self.facts.items[index].derives = self.derive_paths(&item.attrs);
                self.within_definition(index, &item.generics, |this, generics| {
                    let fields = this.fields(&item.fields);
                    ItemCode::Fields { generics, fields }
                });
            }
            syn::Item::Union(item) => {
                let index = self.push_item(&item.ident, ItemKind::Union, visibility(&item.vis));
                let fields = syn::Fields::Named(item.fields.clone());
                self.facts.items[index].derives = self.derive_paths(&item.attrs);
                self.within_definition(index, &item.generics, |this, generics| {
                    let fields = this.fields(&fields);
                    ItemCode::Fields { generics, fields }
                });
            }
            syn::Item::TraitAlias(item) => {
                let index = self.push_item(&item.ident, ItemKind::Trait, visibility(&item.vis));
                self.within_definition(index, &item.generics, |this, generics| {
                    let supertraits = this.bounds(&item.bounds);
                    ItemCode::Trait {
                        generics,
                        supertraits,
                    }
                });
            }
            syn::Item::Type(item) => self.item_type(item),
            syn::Item::Const(item) => {
                if item.ident == "_" {
                    self.ty(&item.ty);
                    self.value(&item.expr, Owner::Nobody);
                } else {
                    self.constant(
                        &item.ident,
                        ItemKind::Const,
                        &item.vis,
                        &item.ty,
                        &item.expr,
                    );
                }
            }
            syn::Item::Static(item) => {
                self.constant(
                    &item.ident,
                    ItemKind::Static,
                    &item.vis,
                    &item.ty,
                    &item.expr,
                );
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

    fn constant(
        &mut self,
        ident: &Ident,
        kind: ItemKind,
        seen: &syn::Visibility,
        ty: &syn::Type,
        value: &syn::Expr,
    ) {
        let index = self.push_item(ident, kind, visibility(seen));
        self.facts.items[index].code = ItemCode::Value(self.ty(ty));
        self.value(value, Owner::Item(number(index)));
    }

    pub(super) fn item_type(&mut self, item: &syn::ItemType) {
        let index = self.push_item(&item.ident, ItemKind::TypeAlias, visibility(&item.vis));
        self.within_definition(index, &item.generics, |this, generics| {
            let ty = this.ty(&item.ty);
            if let Type::Path { path, .. } = this.facts.code.types[ty as usize] {
                this.facts.items[index].alias = Some(path);
            }
            ItemCode::Alias { generics, ty }
        });
    }

    pub(super) fn foreign_item(&mut self, item: &syn::ForeignItem) {
        match item {
            syn::ForeignItem::Fn(item) => self.under(&item.attrs, |this| {
                let index =
                    this.push_item(&item.sig.ident, ItemKind::Function, visibility(&item.vis));
                let signature = this.signature(&item.sig, None, Owner::Nobody);
                this.facts.items[index].code = ItemCode::Function(signature);
            }),
            syn::ForeignItem::Static(item) => self.under(&item.attrs, |this| {
                let index = this.push_item(&item.ident, ItemKind::Static, visibility(&item.vis));
                this.facts.items[index].code = ItemCode::Value(this.ty(&item.ty));
            }),
            syn::ForeignItem::Type(item) => self.under(&item.attrs, |this| {
                this.push_item(&item.ident, ItemKind::RecordStruct, visibility(&item.vis));
            }),
            syn::ForeignItem::Macro(item) => {
                self.macro_in_body(&item.mac, Position::ForeignItems);
            }
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
                .map(|segment| name_of(&segment.ident))
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
