//! Items: what each defines, imports and declares.

use super::attributes::{has_word, path_attributes};
use super::collector::Collector;
use super::rules::DOLLAR_CRATE;
use super::syntax::token::{Ident, Word};
use super::syntax::tree::{self, Attribute, Item, MetaValue, UseTree};
use super::types::{UNKNOWN, mutability};
use crate::base::{Name, ReferenceKind, Span, name, number};
use crate::facts::code::{
    Bound, Generics, ItemCode, MemberCode, Owner, Pattern, Signature, Type, TypeIx,
};
use crate::facts::{
    Anchor, Certainty, Impl, Import, ImportTarget, ItemKind, ModuleDeclaration, Position,
    ScopeKind, Visibility,
};

impl<'c> Collector<'c> {
    pub(super) fn use_tree(
        &mut self,
        tree: &UseTree<'c>,
        prefix: &mut Vec<Ident>,
        template: &Import,
    ) {
        match *tree {
            UseTree::Path(ident, rest) => {
                prefix.push(ident);
                self.use_tree(rest, prefix, template);
                prefix.pop();
            }
            UseTree::Name(ident) => self.use_leaf(ident, None, prefix, template),
            UseTree::Rename(ident, rename) => {
                self.use_leaf(ident, Some(rename), prefix, template);
            }
            UseTree::Glob(star) => {
                let span = self.span(star);
                self.push_import(prefix, ImportTarget::Glob, span, template);
            }
            UseTree::Group(trees) => {
                for tree in trees {
                    self.use_tree(tree, prefix, template);
                }
            }
        }
    }

    pub(super) fn use_leaf(
        &mut self,
        ident: Ident,
        rename: Option<Ident>,
        prefix: &mut Vec<Ident>,
        template: &Import,
    ) {
        let span = self.span(ident.span);
        let is_self = ident.word == Word::SelfValue && !prefix.is_empty();
        let visible = match (rename, prefix.last()) {
            (Some(rename), _) => rename,
            (None, Some(module)) if is_self => *module,
            _ => ident,
        };
        let target = if visible.word == Word::Underscore {
            ImportTarget::Unnamed
        } else if is_self {
            ImportTarget::Module(visible.name)
        } else {
            ImportTarget::Name(visible.name)
        };
        if is_self {
            self.push_import(prefix, target, span, template);
        } else {
            prefix.push(ident);
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
            Some(first) if first.word == Word::SelfType => return,
            Some(first) if *first == DOLLAR_CRATE => (Anchor::DollarCrate, 1),
            _ => (template.anchor, 0),
        };
        let path = self.push_segments(path[skip..].iter().map(|ident| ident.name));
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
    pub(super) fn signature(&mut self, function: &tree::Function<'c>, owner: Owner) -> Signature {
        let signature = &function.signature;
        let mut kept = Signature::default();
        self.frame(|this| {
            let generics = this.generics(&signature.generics);
            kept = this.head(signature, generics);
            let mut parameters = Vec::with_capacity(signature.inputs.len());
            for input in signature.inputs {
                match input {
                    tree::Input::Receiver(receiver) => {
                        let of_definition = this.is_of_definition(receiver.token);
                        let local = this.bind_name(name("self"), false, of_definition);
                        parameters.push(this.push_pattern(Pattern::Bind {
                            local,
                            reference: None,
                            sub: None,
                            constant: None,
                        }));
                    }
                    tree::Input::Typed(attributes, pattern, _) => {
                        this.under(attributes, |this| {
                            let pattern = this.pattern(pattern);
                            parameters.push(pattern);
                        });
                    }
                }
            }
            if let Some(body) = &function.body {
                let value = this.block(body);
                this.push_body(owner, parameters, value);
            }
        });
        kept
    }

    /// Walks the value of a constant or static.
    fn value(&mut self, value: &tree::Expr<'c>, owner: Owner) {
        let value = self.expr(value);
        self.push_body(owner, Vec::new(), value);
    }

    fn item_enum(
        &mut self,
        item: &Item<'c>,
        ident: Ident,
        generics: &tree::Generics<'c>,
        variants: &[tree::Variant<'c>],
    ) {
        let index = self.push_item(ident, ItemKind::Enum, visibility(&item.visibility));
        self.facts.items[index].derives = self.derive_paths(item.attributes);
        self.within_definition(index, generics, |this, generics| {
            for variant in variants {
                this.under(variant.attributes, |this| {
                    let mut member = this.member(variant.ident, ItemKind::Variant);
                    member.code = MemberCode::Variant(this.fields(&variant.fields));
                    this.facts.items[index].members.push(member);
                    if let Some(value) = &variant.discriminant {
                        this.value(value, Owner::Nobody);
                    }
                });
            }
            ItemCode::Enum(generics)
        });
    }

    fn item_trait(&mut self, item: &Item<'c>, of: &tree::Trait<'c>) {
        let index = self.push_item(of.ident, ItemKind::Trait, visibility(&item.visibility));
        self.within_definition(index, &of.generics, |this, generics| {
            let supertraits = this.bounds(of.supertraits);
            for item in of.items {
                this.trait_item(index, item);
            }
            ItemCode::Trait {
                generics,
                supertraits,
            }
        });
    }

    pub(super) fn trait_item(&mut self, owner: usize, item: &Item<'c>) {
        self.under(item.attributes, |this| {
            let mut at = 0;
            if let Some(ident) = member_name(item) {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.items[owner].members.push(member);
                at = this.facts.items[owner].members.len() - 1;
            }
            let body = Owner::TraitMember(number(owner), number(at));
            if let Some(code) = this.member_code(item, body, Position::TraitItems) {
                this.facts.items[owner].members[at].code = code;
            }
        });
    }

    /// What an associated item says; `None` where it is a macro call, or has no place there.
    fn member_code(
        &mut self,
        item: &Item<'c>,
        body: Owner,
        position: Position,
    ) -> Option<MemberCode> {
        match item.kind {
            tree::ItemKind::Fn(function) => {
                Some(MemberCode::Function(self.signature(function, body)))
            }
            tree::ItemKind::Const(constant) => Some(MemberCode::Value(self.framed(|this| {
                this.generics(&constant.generics);
                let ty = this.ty(&constant.ty);
                if let Some(value) = &constant.value {
                    this.value(value, body);
                }
                ty
            }))),
            tree::ItemKind::Type(item) => Some(self.framed(|this| {
                this.generics(&item.generics);
                let bounds = this.bounds(item.bounds);
                MemberCode::Type(bounds, item.ty.as_ref().map(|ty| this.ty(ty)))
            })),
            tree::ItemKind::Macro(None, call) => {
                self.macro_in_body(call, position);
                None
            }
            _ => None,
        }
    }

    pub(super) fn item_impl(&mut self, item: &tree::Impl<'c>) {
        let index = self.facts.impls.len();
        self.facts.impls.push(Impl {
            cfg: self.cfg,
            scope: self.scope,
            self_path: None,
            generics: Generics::default(),
            self_type: UNKNOWN,
            of_trait: None,
            is_of_trait: item.of_trait.is_some(),
            members: Vec::new(),
            header: self.expansion.is_none().then(|| self.header(item)),
            is_continued: self.continues_impl,
        });
        let anchor = Anchor::SelfOfImpl(number(index));
        let first_path = self.facts.paths.len();
        self.frame(|this| {
            this.bind_generics(&item.generics);
            if let Some(path) = &item.of_trait {
                this.self_anchor = Some(anchor);
                this.facts.impls[index].of_trait = this.bound(path, ReferenceKind::Impl);
            }
            let (self_type, self_path) = this.self_type(&item.self_type);
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
            for item in item.items {
                this.impl_item(index, item);
            }
        });
        self.self_anchor = None;
    }

    /// What stands in front of the body of an `impl`.
    fn header(&self, item: &tree::Impl<'c>) -> Span {
        Span::new(self.span(item.token).start, self.span(item.open).start)
    }

    /// Records the self type of an `impl`; gives it, and the path at its head.
    pub(super) fn self_type(&mut self, ty: &tree::Type<'c>) -> (TypeIx, Option<u32>) {
        match *ty {
            tree::Type::Path(None, ref path) => {
                let ty = self.path_type(None, path, ReferenceKind::Impl);
                let head = match self.facts.code.types[ty as usize] {
                    Type::Path { path, .. } => Some(path),
                    _ => None,
                };
                (ty, head)
            }
            tree::Type::Reference { is_mut, of } => {
                let (of, head) = self.self_type(of);
                let kept = Type::Reference(mutability(is_mut), of);
                (self.push_type(kept), head)
            }
            tree::Type::Object([bound, rest @ ..]) => {
                let first = self.bound(&bound.path, ReferenceKind::Impl);
                let head = first.as_ref().map(|bound| bound.path);
                let mut bounds: Vec<Bound> = first.into_iter().collect();
                bounds.extend(self.bounds(rest));
                (self.push_type(Type::Dyn(bounds)), head)
            }
            ref other => (self.ty(other), None),
        }
    }

    pub(super) fn impl_item(&mut self, owner: usize, item: &Item<'c>) {
        self.under(item.attributes, |this| {
            let mut at = 0;
            if let Some(ident) = member_name(item) {
                let member = this.member(ident, ItemKind::Associated);
                this.facts.impls[owner].members.push(member);
                at = this.facts.impls[owner].members.len() - 1;
            }
            let body = Owner::ImplMember(number(owner), number(at));
            if let Some(code) = this.member_code(item, body, Position::ImplItems) {
                this.facts.impls[owner].members[at].code = code;
            }
        });
    }

    /// Walks the inside of a definition, where its generics and `Self` hold.
    pub(super) fn within_definition(
        &mut self,
        index: usize,
        generics: &tree::Generics<'c>,
        body: impl FnOnce(&mut Self, Generics) -> ItemCode,
    ) {
        let outer = self.self_anchor.replace(Anchor::SelfOfItem(number(index)));
        self.frame(|this| {
            let generics = this.generics(generics);
            this.facts.items[index].code = body(this, generics);
        });
        self.self_anchor = outer;
    }

    fn item_mod(&mut self, item: &Item<'c>, ident: Ident, content: Option<&[Item<'c>]>) {
        let index = self.facts.modules.len();
        self.facts.modules.push(ModuleDeclaration {
            scope: self.scope,
            name: ident.name,
            body: None,
            paths: path_attributes(self.home, item.attributes),
            visibility: visibility(&item.visibility),
            span: self.span(ident.span),
            cfg: self.cfg,
            macro_use: has_word(self.home, item.attributes, "macro_use"),
            attribute: self.last_attribute(item.attributes),
            in_macro: self.in_macro,
        });
        let Some(items) = content else {
            return;
        };
        let kind = ScopeKind::Module(u32::try_from(index).expect("fewer than 2^32 modules"));
        let outer = self.scope;
        self.scope = self.push_scope(kind);
        self.facts.modules[index].body = Some(self.scope);
        self.items(items);
        self.scope = outer;
    }

    /// The path of the last of these attributes that names anything; they were recorded just now.
    fn last_attribute(&self, attributes: &[Attribute<'c>]) -> Option<u32> {
        let first = attributes.first()?.path.segments.first()?.ident.span;
        let begin = self.span(first).start;
        let last = self.facts.paths.last()?;
        let is_attribute = last.kind == ReferenceKind::Derive && last.span.start >= begin;
        is_attribute.then(|| u32::try_from(self.facts.paths.len() - 1).ok())?
    }

    fn item_fn(&mut self, item: &Item<'c>, function: &tree::Function<'c>) {
        let ident = function.signature.ident;
        let index = self.push_item(ident, ItemKind::Function, visibility(&item.visibility));
        self.proc_macro(item.attributes, ident);
        let body = Owner::Item(number(index));
        let signature = self.signature(function, body);
        self.facts.items[index].code = ItemCode::Function(signature);
    }

    /// A function of a proc-macro crate defines a macro as well.
    fn proc_macro(&mut self, attributes: &[Attribute<'c>], ident: Ident) {
        for attribute in attributes {
            let path = &attribute.path;
            if path.is("proc_macro") || path.is("proc_macro_attribute") {
                self.push_item(ident, ItemKind::ProcMacro, Visibility::Public);
            } else if path.is("proc_macro_derive")
                && let MetaValue::List([first, ..]) = attribute.value
                && let Some(ident) = first.ident()
            {
                self.push_item(ident, ItemKind::ProcMacro, Visibility::Public);
            }
        }
    }

    fn item_extern_crate(&mut self, item: &Item<'c>, ident: Ident, rename: Option<Ident>) {
        let visible = rename.unwrap_or(ident);
        let target = if visible.word == Word::Underscore {
            ImportTarget::Unnamed
        } else {
            ImportTarget::Name(visible.name)
        };
        let path = self.push_segments([ident.name]);
        let import = Import {
            path,
            target,
            span: self.span(ident.span),
            extern_crate: true,
            macro_use: has_word(self.home, item.attributes, "macro_use"),
            ..self.import_template(visibility(&item.visibility), true)
        };
        self.facts.imports.push(import);
    }

    fn item_macro(&mut self, item: &Item<'c>, ident: Option<Ident>, mac: &tree::Macro<'c>) {
        let Some(ident) = ident else {
            self.macro_in_items(mac);
            return;
        };
        let index = self.push_item(ident, ItemKind::Macro, Visibility::Module);
        self.facts.items[index].exported = has_word(self.home, item.attributes, "macro_export");
        if mac.path.is("macro_rules") {
            self.facts.items[index].body = Some(self.kept_tokens(mac));
        }
        self.macro_definition(mac.tokens);
    }

    pub(super) fn item(&mut self, item: &Item<'c>) {
        match item.kind {
            tree::ItemKind::Fn(function) => self.item_fn(item, function),
            tree::ItemKind::Mod(ident, content) => self.item_mod(item, ident, content),
            tree::ItemKind::Enum(ident, generics, variants) => {
                self.item_enum(item, ident, generics, variants);
            }
            tree::ItemKind::Trait(of) => self.item_trait(item, of),
            tree::ItemKind::Impl(of) => self.item_impl(of),
            tree::ItemKind::Macro(ident, call) => self.item_macro(item, ident, call),
            tree::ItemKind::ExternCrate(ident, rename) => {
                self.item_extern_crate(item, ident, rename);
            }
            tree::ItemKind::Use(is_global, ref tree) => {
                let template = self.import_template(visibility(&item.visibility), is_global);
                self.use_tree(tree, &mut Vec::new(), &template);
            }
            tree::ItemKind::Struct(ident, generics, ref fields) => {
                let kind = match fields {
                    tree::Fields::Named(_) => ItemKind::RecordStruct,
                    _ => ItemKind::TupleStruct,
                };
                self.item_fields(item, ident, kind, generics, fields);
            }
            tree::ItemKind::Union(ident, generics, ref fields) => {
                self.item_fields(item, ident, ItemKind::Union, generics, fields);
            }
            tree::ItemKind::TraitAlias(ident, generics, bounds) => {
                let index = self.push_item(ident, ItemKind::Trait, visibility(&item.visibility));
                self.within_definition(index, generics, |this, generics| {
                    let supertraits = this.bounds(bounds);
                    ItemCode::Trait {
                        generics,
                        supertraits,
                    }
                });
            }
            tree::ItemKind::Type(alias) => self.item_type(item, alias),
            tree::ItemKind::Const(constant) if constant.ident.word == Word::Underscore => {
                self.ty(&constant.ty);
                if let Some(value) = &constant.value {
                    self.value(value, Owner::Nobody);
                }
            }
            tree::ItemKind::Const(constant) => self.constant(item, ItemKind::Const, constant),
            tree::ItemKind::Static(constant) => self.constant(item, ItemKind::Static, constant),
            tree::ItemKind::ForeignMod(items) => {
                for item in items {
                    self.foreign_item(item);
                }
            }
            tree::ItemKind::MacroTwo(tokens) => self.macro_two(tokens),
        }
    }

    /// A `struct` or `union`.
    fn item_fields(
        &mut self,
        item: &Item<'c>,
        ident: Ident,
        kind: ItemKind,
        generics: &tree::Generics<'c>,
        fields: &tree::Fields<'c>,
    ) {
        let index = self.push_item(ident, kind, visibility(&item.visibility));
        self.facts.items[index].derives = self.derive_paths(item.attributes);
        self.within_definition(index, generics, |this, generics| {
            let fields = this.fields(fields);
            ItemCode::Fields { generics, fields }
        });
    }

    fn constant(&mut self, item: &Item<'c>, kind: ItemKind, constant: &tree::Constant<'c>) {
        let index = self.push_item(constant.ident, kind, visibility(&item.visibility));
        self.facts.items[index].code = ItemCode::Value(self.ty(&constant.ty));
        if let Some(value) = &constant.value {
            self.value(value, Owner::Item(number(index)));
        }
    }

    fn item_type(&mut self, item: &Item<'c>, alias: &tree::TypeItem<'c>) {
        let kind = ItemKind::TypeAlias;
        let index = self.push_item(alias.ident, kind, visibility(&item.visibility));
        self.within_definition(index, &alias.generics, |this, generics| {
            let ty = alias.ty.as_ref().map_or(UNKNOWN, |ty| this.ty(ty));
            if let Type::Path { path, .. } = this.facts.code.types[ty as usize] {
                this.facts.items[index].alias = Some(path);
            }
            ItemCode::Alias { generics, ty }
        });
    }

    pub(super) fn foreign_item(&mut self, item: &Item<'c>) {
        let seen = visibility(&item.visibility);
        match item.kind {
            tree::ItemKind::Fn(function) => self.under(item.attributes, |this| {
                let ident = function.signature.ident;
                let index = this.push_item(ident, ItemKind::Function, seen);
                let signature = this.signature(function, Owner::Nobody);
                this.facts.items[index].code = ItemCode::Function(signature);
            }),
            tree::ItemKind::Static(of) => self.under(item.attributes, |this| {
                let index = this.push_item(of.ident, ItemKind::Static, seen);
                this.facts.items[index].code = ItemCode::Value(this.ty(&of.ty));
            }),
            tree::ItemKind::Type(of) => self.under(item.attributes, |this| {
                this.push_item(of.ident, ItemKind::RecordStruct, seen);
            }),
            tree::ItemKind::Macro(None, call) => {
                self.macro_in_body(call, Position::ForeignItems);
            }
            _ => {}
        }
    }
}

/// The name of an associated item.
fn member_name(item: &Item<'_>) -> Option<Ident> {
    match item.kind {
        tree::ItemKind::Fn(function) => Some(function.signature.ident),
        tree::ItemKind::Const(constant) => Some(constant.ident),
        tree::ItemKind::Type(item) => Some(item.ident),
        _ => None,
    }
}

/// How far something can be seen.
pub(super) fn visibility(visibility: &tree::Visibility<'_>) -> Visibility {
    match visibility {
        tree::Visibility::Public => Visibility::Public,
        tree::Visibility::Inherited => Visibility::Module,
        tree::Visibility::Restricted(path) => {
            let names: Vec<Name> = path.segments.iter().map(|it| it.ident.name).collect();
            match names.as_slice() {
                [only] if *only == "crate" => Visibility::Crate,
                [only] if *only == "self" => Visibility::Module,
                [only] if *only == "super" => Visibility::Parent,
                _ => Visibility::Path(names),
            }
        }
    }
}
