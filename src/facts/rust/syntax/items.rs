//! Items (<https://doc.rust-lang.org/reference/items.html>), of modules, traits, `impl`s and `extern` blocks alike: where one
//! has no place is rustc's to say.

use super::parser::{Parsed, Parser};
use super::token::{Delimiter, Ident, Kind, Word};
use super::tree::{
    Attribute, Constant, Field, Fields, File, Function, Generics, Impl, Input, Item, ItemKind,
    Path, Pattern, Receiver, ReceiverKind, Segment, Signature, Trait, Type, TypeItem, UseTree,
    Variant,
};

/// What an item is, and its attributes with those inside of its body.
type Kinded<'a> = (ItemKind<'a>, &'a [Attribute<'a>]);

impl<'a> Parser<'a> {
    /// A whole file, or what a macro writes where items stand.
    pub(crate) fn file(&mut self) -> Parsed<File<'a>> {
        let attributes = self.inner_attributes(&[])?;
        Ok(File {
            attributes,
            items: self.items()?,
        })
    }

    /// As many items as there are.
    pub(crate) fn items(&mut self) -> Parsed<&'a [Item<'a>]> {
        let mut all = self.list();
        while !self.is_at_end() {
            // What people leave behind a struct.
            if self.eat(b';') {
                continue;
            }
            all.push(self.item()?);
        }
        Ok(all.into_bump_slice())
    }

    /// Whether an item stands here, its attributes aside, and no expression.
    pub(crate) fn begins_item(&self) -> bool {
        match self.word() {
            Word::Pub
            | Word::Fn
            | Word::Mod
            | Word::Enum
            | Word::Struct
            | Word::Trait
            | Word::Type
            | Word::Use
            | Word::Extern
            | Word::Impl => true,
            Word::Const => {
                self.is_ident_at(1)
                    || matches!(
                        self.word_at(1),
                        Word::Underscore | Word::Fn | Word::Unsafe | Word::Extern | Word::Trait
                    )
                    || self.word_at(1) == Word::Async
                        && matches!(self.word_at(2), Word::Fn | Word::Unsafe | Word::Extern)
            }
            Word::Static => self.is_ident_at(1) || self.word_at(1) == Word::Mut,
            Word::Unsafe => !self.opens_at(1, Delimiter::Brace),
            Word::Async => matches!(self.word_at(1), Word::Fn | Word::Unsafe | Word::Extern),
            Word::Auto => self.word_at(1) == Word::Trait,
            Word::Safe => matches!(self.word_at(1), Word::Fn | Word::Extern | Word::Static),
            Word::Union => self.is_ident_at(1),
            Word::Default => self.is_default_item(),
            Word::Macro => self.nth(1).kind == Kind::Ident,
            // `macro_rules! name { … }`
            _ => self
                .bang_of_call()
                .is_some_and(|bang| self.nth(bang + 1).kind == Kind::Ident),
        }
    }

    /// `default fn` and its kin.
    fn is_default_item(&self) -> bool {
        self.word() == Word::Default
            && matches!(
                self.word_at(1),
                Word::Fn
                    | Word::Impl
                    | Word::Type
                    | Word::Const
                    | Word::Unsafe
                    | Word::Async
                    | Word::Extern
            )
    }

    /// An item with its attributes.
    pub(crate) fn item(&mut self) -> Parsed<Item<'a>> {
        let start = self.start();
        let attributes = self.outer_attributes()?;
        let visibility = self.visibility()?;
        let (kind, attributes) = self.item_kind(attributes)?;
        self.node(start);
        Ok(Item {
            attributes,
            visibility,
            kind,
        })
    }

    fn item_kind(&mut self, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        let is_async = self.modifiers();
        match self.word() {
            Word::Fn => self.function(is_async, attributes),
            Word::Impl => self.implementation(attributes),
            Word::Trait => self.trait_item(attributes),
            Word::Mod => self.module(attributes),
            Word::Extern => self.foreign(attributes),
            Word::Struct => Ok((self.structure()?, attributes)),
            Word::Enum => Ok((self.enumeration()?, attributes)),
            Word::Union if self.is_ident_at(1) => Ok((self.structure()?, attributes)),
            Word::Type => Ok((self.type_item()?, attributes)),
            Word::Const | Word::Static => Ok((self.constant()?, attributes)),
            Word::Use => Ok((self.use_item()?, attributes)),
            Word::Macro if !self.is_bang_at(1) => Ok((self.macro_two()?, attributes)),
            _ => Ok((self.macro_item()?, attributes)),
        }
    }

    /// The words in front of `fn`, `impl`, `trait`, …; whether `async` is among them.
    fn modifiers(&mut self) -> bool {
        let mut is_async = false;
        loop {
            let is_modifier = match self.word() {
                Word::Default => self.is_default_item(),
                Word::Unsafe => true,
                Word::Safe => matches!(self.word_at(1), Word::Fn | Word::Static | Word::Extern),
                Word::Auto => self.word_at(1) == Word::Trait,
                Word::Async => {
                    is_async = true;
                    true
                }
                Word::Const => matches!(
                    self.word_at(1),
                    Word::Fn | Word::Unsafe | Word::Async | Word::Extern | Word::Trait | Word::Auto
                ),
                // `impl(crate) trait`
                Word::Impl
                    if self.opens_at(1, Delimiter::Parenthesis)
                        && matches!(
                            self.word_at(1 + self.nth(1).length()),
                            Word::Trait | Word::Unsafe | Word::Auto | Word::Const
                        ) =>
                {
                    self.advance();
                    self.skip();
                    continue;
                }
                Word::Extern if self.word_at(1) == Word::Fn => true,
                Word::Extern
                    if self.nth(1).kind == Kind::Literal && self.word_at(2) == Word::Fn =>
                {
                    self.advance();
                    true
                }
                _ => false,
            };
            if !is_modifier {
                return is_async;
            }
            self.advance();
        }
    }

    fn function(&mut self, is_async: bool, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        self.advance();
        let ident = self.ident()?;
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        let inputs = self.inputs()?;
        let output = self.output(true)?;
        self.where_clause(&mut generics)?;
        let mut attributes = attributes;
        let body = if self.eat(b';') {
            None
        } else {
            let (all, block) = self.block_with_attributes(attributes)?;
            attributes = all;
            Some(block)
        };
        let signature = Signature {
            ident,
            is_async,
            generics,
            inputs,
            output,
        };
        let function = self.keep(Function { signature, body });
        Ok((ItemKind::Fn(function), attributes))
    }

    fn inputs(&mut self) -> Parsed<&'a [Input<'a>]> {
        let mut inside = self.group(Delimiter::Parenthesis)?;
        let mut all = self.list();
        while !inside.is_at_end() {
            let start = inside.start();
            let attributes = inside.outer_attributes()?;
            if let Some(receiver) = inside.receiver()? {
                all.push(Input::Receiver(receiver));
            } else if inside.is_two(b'.', b'.') && inside.is_at(2, b'.') {
                inside.take_rest();
            } else if let Some((pattern, ty)) = inside.typed_input()? {
                all.push(Input::Typed(attributes, pattern, ty));
            }
            inside.node(start);
            if !inside.eat(b',') {
                inside.finish()?;
            }
        }
        Ok(all.into_bump_slice())
    }

    /// `pattern: T`; nothing where it is `name: ...`.
    fn typed_input(&mut self) -> Parsed<Option<(Pattern<'a>, Type<'a>)>> {
        let mut ahead = *self;
        if let Ok(pattern) = ahead.single_pattern()
            && ahead.is(b':')
            && !ahead.is_separator()
        {
            *self = ahead;
            self.advance();
            if self.is_two(b'.', b'.') {
                self.take_rest();
                return Ok(None);
            }
            return Ok(Some((pattern, self.ty()?)));
        }
        // In traits of the edition of 2015 a parameter may have no name.
        Ok(Some((Pattern::Wild, self.ty()?)))
    }

    /// `self` in one of its forms.
    fn receiver(&mut self) -> Parsed<Option<Receiver<'a>>> {
        let mut ahead = *self;
        let is_reference = ahead.eat(b'&');
        if is_reference && ahead.kind() == Kind::Lifetime {
            ahead.advance();
        }
        let is_mut = ahead.eat_word(Word::Mut);
        let token = ahead.span();
        if !ahead.eat_word(Word::SelfValue) || ahead.is_separator() {
            return Ok(None);
        }
        *self = ahead;
        let kind = if is_reference {
            ReceiverKind::Reference { is_mut }
        } else if self.eat(b':') {
            ReceiverKind::Typed(self.ty()?)
        } else {
            ReceiverKind::Value
        };
        Ok(Some(Receiver { token, kind }))
    }

    fn implementation(&mut self, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        let token = self.span();
        self.advance();
        let mut generics = Generics::default();
        if self.begins_generics() {
            generics.parameters = self.generic_parameters()?;
        }
        self.eat_word(Word::Const);
        if !self.opens_at(1, Delimiter::Brace) {
            self.eat(b'!');
        }
        let first = self.ty()?;
        let (of_trait, self_type) = if self.eat_word(Word::For) {
            let Type::Path(None, path) = first else {
                return self.fail("the path of a trait in front of `for`");
            };
            (Some(path), self.ty()?)
        } else {
            (None, first)
        };
        self.where_clause(&mut generics)?;
        let open = self.span();
        let mut inside = self.group(Delimiter::Brace)?;
        let attributes = inside.inner_attributes(attributes)?;
        let items = inside.items()?;
        let implementation = self.keep(Impl {
            token,
            generics,
            of_trait,
            self_type,
            open,
            items,
        });
        Ok((ItemKind::Impl(implementation), attributes))
    }

    /// Whether generic parameters stand here, and no qualified path.
    fn begins_generics(&self) -> bool {
        let first = self.nth(1);
        self.is(b'<')
            && (first.is_punct(b'>')
                || first.is_punct(b'#')
                || first.word == Word::Const
                || first.kind == Kind::Lifetime
                || self.is_ident_at(1)
                    && !self.is_separator_at(2)
                    && [b':', b',', b'>', b'='].iter().any(|it| self.is_at(2, *it)))
    }

    fn trait_item(&mut self, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        self.advance();
        let ident = self.ident()?;
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        if self.eat(b'=') {
            let bounds = self.bounds()?;
            self.where_clause(&mut generics)?;
            self.expect(b';', "`;`")?;
            return Ok((
                ItemKind::TraitAlias(ident, self.keep(generics), bounds),
                attributes,
            ));
        }
        let supertraits = if self.eat(b':') { self.bounds()? } else { &[] };
        self.where_clause(&mut generics)?;
        let mut inside = self.group(Delimiter::Brace)?;
        let attributes = inside.inner_attributes(attributes)?;
        let items = inside.items()?;
        let kept = self.keep(Trait {
            ident,
            generics,
            supertraits,
            items,
        });
        Ok((ItemKind::Trait(kept), attributes))
    }

    fn module(&mut self, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        self.advance();
        let ident = self.ident()?;
        if self.eat(b';') {
            return Ok((ItemKind::Mod(ident, None), attributes));
        }
        let mut inside = self.group(Delimiter::Brace)?;
        let attributes = inside.inner_attributes(attributes)?;
        Ok((ItemKind::Mod(ident, Some(inside.items()?)), attributes))
    }

    /// `extern crate name;` or `extern "C" { … }`.
    fn foreign(&mut self, attributes: &'a [Attribute<'a>]) -> Parsed<Kinded<'a>> {
        self.advance();
        if self.eat_word(Word::Crate) {
            let ident = self.any_ident()?;
            let rename = if self.eat_word(Word::As) {
                Some(self.any_ident()?)
            } else {
                None
            };
            self.expect(b';', "`;`")?;
            return Ok((ItemKind::ExternCrate(ident, rename), attributes));
        }
        if self.kind() == Kind::Literal {
            self.advance();
        }
        let mut inside = self.group(Delimiter::Brace)?;
        let attributes = inside.inner_attributes(attributes)?;
        Ok((ItemKind::ForeignMod(inside.items()?), attributes))
    }

    /// A `struct` or `union`.
    fn structure(&mut self) -> Parsed<ItemKind<'a>> {
        let is_union = self.word() == Word::Union;
        self.advance();
        let ident = self.ident()?;
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        self.where_clause(&mut generics)?;
        let fields = self.fields()?;
        if !matches!(fields, Fields::Named(_)) {
            self.where_clause(&mut generics)?;
            self.expect(b';', "`;`")?;
        }
        let generics = self.keep(generics);
        Ok(if is_union {
            ItemKind::Union(ident, generics, fields)
        } else {
            ItemKind::Struct(ident, generics, fields)
        })
    }

    fn fields(&mut self) -> Parsed<Fields<'a>> {
        let (delimiter, is_named) = match self.kind() {
            Kind::Open(Delimiter::Brace) => (Delimiter::Brace, true),
            Kind::Open(Delimiter::Parenthesis) => (Delimiter::Parenthesis, false),
            _ => return Ok(Fields::Unit),
        };
        let mut inside = self.group(delimiter)?;
        let fields = inside.all_by_comma(|this| {
            let start = this.start();
            let attributes = this.outer_attributes()?;
            this.visibility()?;
            let ident = if is_named {
                let ident = this.field_name()?;
                this.expect(b':', "`:`")?;
                Some(ident)
            } else {
                None
            };
            let ty = this.ty()?;
            // The value of a field by default is no part of the language yet.
            if this.eat(b'=') {
                this.expr()?;
            }
            this.node(start);
            Ok(Field {
                attributes,
                ident,
                ty,
            })
        })?;
        Ok(if is_named {
            Fields::Named(fields)
        } else {
            Fields::Unnamed(fields)
        })
    }

    fn field_name(&mut self) -> Parsed<Ident> {
        self.eat_word(Word::Unsafe);
        match self.word() {
            Word::Underscore => self.any_ident(),
            _ => self.ident(),
        }
    }

    fn enumeration(&mut self) -> Parsed<ItemKind<'a>> {
        self.advance();
        let ident = self.ident()?;
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        self.where_clause(&mut generics)?;
        let mut inside = self.group(Delimiter::Brace)?;
        let variants = inside.all_by_comma(|this| {
            let start = this.start();
            let attributes = this.outer_attributes()?;
            this.visibility()?;
            let ident = this.ident()?;
            let fields = this.fields()?;
            let discriminant = if this.eat(b'=') {
                Some(this.expr()?)
            } else {
                None
            };
            this.node(start);
            Ok(Variant {
                attributes,
                ident,
                fields,
                discriminant,
            })
        })?;
        Ok(ItemKind::Enum(ident, self.keep(generics), variants))
    }

    fn type_item(&mut self) -> Parsed<ItemKind<'a>> {
        self.advance();
        let ident = self.ident()?;
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        let bounds = if self.eat(b':') { self.bounds()? } else { &[] };
        self.where_clause(&mut generics)?;
        let ty = if self.eat(b'=') {
            Some(self.ty()?)
        } else {
            None
        };
        self.where_clause(&mut generics)?;
        self.expect(b';', "`;`")?;
        Ok(ItemKind::Type(self.keep(TypeItem {
            ident,
            generics,
            bounds,
            ty,
        })))
    }

    /// A `const` or `static`.
    fn constant(&mut self) -> Parsed<ItemKind<'a>> {
        let is_static = self.word() == Word::Static;
        self.advance();
        self.eat_word(Word::Mut);
        let ident = match self.word() {
            Word::Underscore => self.any_ident()?,
            _ => self.ident()?,
        };
        let mut generics = Generics {
            parameters: self.generic_parameters()?,
            predicates: &[],
        };
        let ty = if self.eat(b':') {
            self.ty()?
        } else {
            Type::Infer
        };
        let value = if self.eat(b'=') {
            Some(self.expr()?)
        } else {
            None
        };
        self.where_clause(&mut generics)?;
        self.expect(b';', "`;`")?;
        let constant = self.keep(Constant {
            ident,
            generics,
            ty,
            value,
        });
        Ok(if is_static {
            ItemKind::Static(constant)
        } else {
            ItemKind::Const(constant)
        })
    }

    fn use_item(&mut self) -> Parsed<ItemKind<'a>> {
        self.advance();
        let is_global = self.eat_separator();
        let tree = self.use_tree()?;
        self.expect(b';', "`;`")?;
        Ok(ItemKind::Use(is_global, tree))
    }

    fn use_tree(&mut self) -> Parsed<UseTree<'a>> {
        let start = self.start();
        let tree = self.use_tree_inside()?;
        self.node(start);
        Ok(tree)
    }

    fn use_tree_inside(&mut self) -> Parsed<UseTree<'a>> {
        match self.kind() {
            Kind::Punct(b'*') => {
                let span = self.span();
                self.advance();
                return Ok(UseTree::Glob(span));
            }
            Kind::Open(Delimiter::Brace) => {
                let mut inside = self.group(Delimiter::Brace)?;
                let trees = inside.all_by_comma(|this| {
                    this.eat_separator();
                    this.use_tree()
                })?;
                return Ok(UseTree::Group(trees));
            }
            _ => {}
        }
        let ident = self.any_ident()?;
        if self.eat_separator() {
            let rest = self.use_tree()?;
            return Ok(UseTree::Path(ident, self.keep(rest)));
        }
        if self.eat_word(Word::As) {
            return Ok(UseTree::Rename(ident, self.any_ident()?));
        }
        Ok(UseTree::Name(ident))
    }

    /// `macro name(…) { … }`: its meaning is left to others.
    fn macro_two(&mut self) -> Parsed<ItemKind<'a>> {
        let before = *self;
        self.advance();
        self.any_ident()?;
        if self.opens(Delimiter::Parenthesis) {
            self.skip();
        }
        self.group(Delimiter::Brace)?;
        Ok(ItemKind::MacroTwo(self.since(&before)))
    }

    fn macro_item(&mut self) -> Parsed<ItemKind<'a>> {
        if self.bang_of_call().is_none() {
            return self.fail("an item");
        }
        let path = self.plain_path()?;
        self.expect(b'!', "`!`")?;
        let ident = match self.kind() {
            Kind::Ident => Some(self.any_ident()?),
            _ => None,
        };
        let call = self.macro_arguments(path)?;
        if call.delimiter != Delimiter::Brace && !self.eat(b';') && !self.is_at_end() {
            return self.fail("`;`");
        }
        Ok(ItemKind::Macro(ident, call))
    }

    /// The path of one segment.
    pub(crate) fn path_of(&self, ident: Ident) -> Path<'a> {
        let segment = self.keep(Segment {
            ident,
            arguments: None,
        });
        Path {
            global: None,
            segments: std::slice::from_ref(segment),
        }
    }
}
