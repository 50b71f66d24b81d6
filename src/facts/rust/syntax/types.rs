//! Types, paths, generics (<https://doc.rust-lang.org/reference/types.html>, <https://doc.rust-lang.org/reference/paths.html>).

use super::parser::{Parsed, Parser};
use super::token::{Delimiter, Kind, Word};
use super::tree::{
    Bound, Expr, GenericArgument, Generics, Parameter, ParameterKind, Path, PathArguments, QSelf,
    Segment, Type,
};

/// Where a path stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathStyle {
    /// `Vec<T>`, `Fn(A) -> B`.
    Type,
    /// `Vec::<T>`.
    Expression,
}

impl<'a> Parser<'a> {
    /// A type, which may be a sum of traits.
    pub(crate) fn ty(&mut self) -> Parsed<Type<'a>> {
        self.type_with(true)
    }

    /// A type in front of which or behind which a `+` means something else.
    pub(crate) fn type_without_plus(&mut self) -> Parsed<Type<'a>> {
        self.type_with(false)
    }

    fn type_with(&mut self, plus: bool) -> Parsed<Type<'a>> {
        match self.kind() {
            Kind::Open(Delimiter::None) => {
                let mut inside = self.group(Delimiter::None)?;
                let ty = inside.ty()?;
                inside.finish()?;
                Ok(ty)
            }
            Kind::Open(Delimiter::Parenthesis) => self.tuple_type(plus),
            Kind::Open(Delimiter::Bracket) => {
                let mut inside = self.group(Delimiter::Bracket)?;
                let element = inside.ty()?;
                let element = self.keep(element);
                if !inside.eat(b';') {
                    inside.finish()?;
                    return Ok(Type::Slice(element));
                }
                let length = inside.expr()?;
                inside.finish()?;
                Ok(Type::Array(element, self.keep(length)))
            }
            Kind::Punct(b'!') => {
                self.advance();
                Ok(Type::Never)
            }
            Kind::Punct(b'*') => {
                self.advance();
                if !self.eat_word(Word::Mut) {
                    self.expect_word(Word::Const, "`const` or `mut`")?;
                }
                let of = self.type_without_plus()?;
                Ok(Type::Pointer(self.keep(of)))
            }
            Kind::Punct(b'&') => {
                self.advance();
                if self.kind() == Kind::Lifetime {
                    self.advance();
                }
                let is_mut = self.eat_word(Word::Mut);
                let of = self.type_without_plus()?;
                Ok(Type::Reference {
                    is_mut,
                    of: self.keep(of),
                })
            }
            Kind::Punct(b'<') => {
                let (qself, path) = self.qualified_path(PathStyle::Type)?;
                Ok(Type::Path(Some(qself), path))
            }
            Kind::Punct(b'?') | Kind::Lifetime => Ok(Type::Object(self.bounds_with(plus)?)),
            Kind::Punct(b':') if self.is_separator() => self.path_type(plus),
            Kind::Ident => self.named_type(plus),
            _ => self.fail("a type"),
        }
    }

    /// A type that begins with a word.
    fn named_type(&mut self, plus: bool) -> Parsed<Type<'a>> {
        match self.word() {
            Word::Underscore => {
                self.advance();
                Ok(Type::Infer)
            }
            Word::Impl => {
                self.advance();
                Ok(Type::Impl(self.bounds_with(plus)?))
            }
            Word::Dyn => {
                self.advance();
                self.eat(b'*');
                Ok(Type::Object(self.bounds_with(plus)?))
            }
            Word::Fn | Word::Unsafe | Word::Extern => self.function_type(),
            Word::For => {
                let mut ahead = *self;
                ahead.skip_for_lifetimes()?;
                if matches!(ahead.word(), Word::Fn | Word::Unsafe | Word::Extern) {
                    *self = ahead;
                    return self.function_type();
                }
                Ok(Type::Object(self.bounds_with(plus)?))
            }
            _ => self.path_type(plus),
        }
    }

    fn path_type(&mut self, plus: bool) -> Parsed<Type<'a>> {
        if self.is_builtin() {
            self.skip_builtin()?;
            return Ok(Type::Infer);
        }
        let path = self.path(PathStyle::Type)?;
        if self.is_bang_at(0) && matches!(self.nth(1).kind, Kind::Open(_)) {
            return Ok(Type::Macro(self.macro_call(path)?));
        }
        if plus && self.is(b'+') && !self.is_two(b'+', b'=') {
            let first = Bound { maybe: false, path };
            return Ok(Type::Object(self.more_bounds(&[first])?));
        }
        Ok(Type::Path(None, path))
    }

    /// `A + B` at the `+`.
    fn more_bounds(&mut self, first: &[Bound<'a>]) -> Parsed<&'a [Bound<'a>]> {
        self.advance();
        let rest = self.bounds_with(true)?;
        let mut all = self.list();
        all.extend_from_slice_copy(first);
        all.extend_from_slice_copy(rest);
        Ok(all.into_bump_slice())
    }

    fn tuple_type(&mut self, plus: bool) -> Parsed<Type<'a>> {
        let mut inside = self.group(Delimiter::Parenthesis)?;
        let mut elements = self.list();
        let mut has_comma = false;
        while !inside.is_at_end() {
            elements.push(inside.ty()?);
            has_comma = inside.eat(b',');
            if !has_comma {
                inside.finish()?;
            }
        }
        let is_sum = plus && self.is(b'+') && !self.is_two(b'+', b'=');
        match elements.as_slice() {
            [Type::Path(None, path)] if !has_comma && is_sum => {
                let first = Bound {
                    maybe: false,
                    path: *path,
                };
                Ok(Type::Object(self.more_bounds(&[first])?))
            }
            [Type::Object(first)] if !has_comma && is_sum => {
                Ok(Type::Object(self.more_bounds(first)?))
            }
            [only] if !has_comma => Ok(*only),
            _ => Ok(Type::Tuple(elements.into_bump_slice())),
        }
    }

    /// `unsafe extern "C" fn(A, …) -> B`.
    fn function_type(&mut self) -> Parsed<Type<'a>> {
        self.eat_word(Word::Unsafe);
        if self.eat_word(Word::Extern) && self.kind() == Kind::Literal {
            self.advance();
        }
        self.expect_word(Word::Fn, "`fn`")?;
        let mut inside = self.group(Delimiter::Parenthesis)?;
        let mut inputs = self.list();
        while !inside.is_at_end() {
            inside.outer_attributes()?;
            if inside.is_two(b'.', b'.') {
                inside.take_rest();
                break;
            }
            // `name: T`
            let is_named =
                inside.kind() == Kind::Ident && inside.is_at(1, b':') && !inside.is_separator_at(1);
            if is_named {
                inside.advance();
                inside.advance();
            }
            if inside.is_two(b'.', b'.') {
                inside.take_rest();
                break;
            }
            inputs.push(inside.ty()?);
            if !inside.eat(b',') {
                inside.finish()?;
            }
        }
        let output = self.output(false)?;
        Ok(Type::Function(inputs.into_bump_slice(), output))
    }

    /// `-> T`, or nothing.
    pub(crate) fn output(&mut self, plus: bool) -> Parsed<Option<&'a Type<'a>>> {
        if !self.eat_two(b'-', b'>') {
            return Ok(None);
        }
        let ty = self.type_with(plus)?;
        Ok(Some(self.keep(ty)))
    }

    /// A path with generic arguments.
    pub(crate) fn path(&mut self, style: PathStyle) -> Parsed<Path<'a>> {
        let global = self.is_separator().then(|| self.span());
        if global.is_some() {
            self.eat_separator();
        }
        let first = self.segment(style)?;
        if !self.goes_on() {
            return Ok(Path {
                global,
                segments: std::slice::from_ref(self.keep(first)),
            });
        }
        let mut segments = self.list();
        segments.push(first);
        while self.goes_on() {
            self.eat_separator();
            segments.push(self.segment(style)?);
        }
        Ok(Path {
            global,
            segments: segments.into_bump_slice(),
        })
    }

    /// Whether another segment follows.
    fn goes_on(&self) -> bool {
        self.is_separator() && self.nth(2).kind == Kind::Ident
    }

    fn segment(&mut self, style: PathStyle) -> Parsed<Segment<'a>> {
        let word = self.word();
        if word.is_reserved() && !word.begins_path() {
            return self.fail("an identifier");
        }
        let ident = self.any_ident()?;
        let arguments = match style {
            PathStyle::Type if self.is(b'<') && !self.is_two(b'<', b'=') => {
                Some(PathArguments::Angle(self.angle_arguments()?))
            }
            _ if self.is_separator() && self.is_at(2, b'<') => {
                self.eat_separator();
                Some(PathArguments::Angle(self.angle_arguments()?))
            }
            PathStyle::Type
                if self.opens(Delimiter::Parenthesis)
                    || self.is_separator() && self.opens_at(2, Delimiter::Parenthesis) =>
            {
                self.eat_separator();
                let inputs = self
                    .group(Delimiter::Parenthesis)?
                    .all_by_comma(Parser::ty)?;
                Some(PathArguments::Parenthesized(inputs, self.output(false)?))
            }
            _ => None,
        };
        Ok(Segment {
            ident,
            arguments: arguments.map(|it| self.keep(it)),
        })
    }

    /// `<T as Trait>::name` or `<T>::name`.
    pub(crate) fn qualified_path(&mut self, style: PathStyle) -> Parsed<(&'a QSelf<'a>, Path<'a>)> {
        self.expect(b'<', "`<`")?;
        let ty = self.ty()?;
        let mut segments = self.list();
        let mut global = None;
        if self.eat_word(Word::As) {
            let of_trait = self.path(PathStyle::Type)?;
            global = of_trait.global;
            segments.extend_from_slice_copy(of_trait.segments);
        }
        self.expect(b'>', "`>`")?;
        let position = segments.len();
        if !self.is_separator() {
            return self.fail("`::`");
        }
        while self.goes_on() {
            self.eat_separator();
            segments.push(self.segment(style)?);
        }
        if segments.len() == position {
            return self.fail("an identifier");
        }
        let path = Path {
            global,
            segments: segments.into_bump_slice(),
        };
        Ok((self.keep(QSelf { ty, position }), path))
    }

    /// `<A, B>`.
    pub(crate) fn angle_arguments(&mut self) -> Parsed<&'a [GenericArgument<'a>]> {
        self.expect(b'<', "`<`")?;
        let mut all = self.list();
        while !self.eat(b'>') {
            all.push(self.generic_argument()?);
            if !self.eat(b',') {
                self.expect(b'>', "`,` or `>`")?;
                break;
            }
        }
        Ok(all.into_bump_slice())
    }

    fn generic_argument(&mut self) -> Parsed<GenericArgument<'a>> {
        if self.kind() == Kind::Lifetime && !self.is_at(1, b'+') {
            self.advance();
            return Ok(GenericArgument::Lifetime);
        }
        if self.begins_constant() {
            return Ok(GenericArgument::Const(self.constant_argument()?));
        }
        if self.opens(Delimiter::None) {
            return self.fragment_argument();
        }
        let ty = self.ty()?;
        let Type::Path(None, path) = ty else {
            return Ok(GenericArgument::Type(ty));
        };
        let ([only], None) = (path.segments, path.global) else {
            return Ok(GenericArgument::Type(ty));
        };
        if self.is(b'=') && !self.is_two(b'=', b'=') {
            self.advance();
            if self.begins_constant() {
                return Ok(GenericArgument::AssocConst(self.constant_argument()?));
            }
            return Ok(GenericArgument::AssocType(only.ident, self.ty()?));
        }
        if self.is(b':') && !self.is_separator() {
            self.advance();
            return Ok(GenericArgument::Constraint(only.ident, self.bounds()?));
        }
        Ok(GenericArgument::Type(ty))
    }

    /// An expression that a macro was given: a path is taken for a type.
    fn fragment_argument(&mut self) -> Parsed<GenericArgument<'a>> {
        let mut inside = self.group(Delimiter::None)?;
        let argument = if inside.begins_constant() {
            GenericArgument::Const(inside.expr()?)
        } else {
            GenericArgument::Type(inside.ty()?)
        };
        inside.finish()?;
        Ok(argument)
    }

    fn begins_constant(&self) -> bool {
        self.is_literal() || self.opens(Delimiter::Brace) || self.is(b'-')
    }

    fn constant_argument(&mut self) -> Parsed<Expr<'a>> {
        if self.opens(Delimiter::Brace) {
            return Ok(Expr::Block(self.block()?));
        }
        let is_negative = self.eat(b'-');
        if !self.is_literal() {
            return self.fail("a literal");
        }
        let literal = Expr::Literal(self.token());
        self.advance();
        Ok(if is_negative {
            Expr::Unary(self.keep(literal))
        } else {
            literal
        })
    }

    /// `A + B`; lifetimes and what is captured are left out.
    pub(crate) fn bounds(&mut self) -> Parsed<&'a [Bound<'a>]> {
        self.bounds_with(true)
    }

    fn bounds_with(&mut self, plus: bool) -> Parsed<&'a [Bound<'a>]> {
        let mut all = self.list();
        while self.begins_bound() {
            if let Some(bound) = self.bound()? {
                all.push(bound);
            }
            let goes_on = plus && self.is(b'+') && !self.is_two(b'+', b'=');
            if !goes_on {
                break;
            }
            self.advance();
        }
        Ok(all.into_bump_slice())
    }

    fn begins_bound(&self) -> bool {
        match self.kind() {
            Kind::Lifetime
            | Kind::Open(Delimiter::Parenthesis | Delimiter::None)
            | Kind::Punct(b'?' | b'~') => true,
            Kind::Open(Delimiter::Bracket) => self.word_at(1) == Word::Const,
            Kind::Punct(b':') => self.is_separator(),
            Kind::Ident => {
                let word = self.word();
                !word.is_reserved()
                    || word.begins_path()
                    || matches!(word, Word::For | Word::Use | Word::Const | Word::Async)
            }
            _ => false,
        }
    }

    /// A bound by a trait; nothing where it is another one.
    fn bound(&mut self) -> Parsed<Option<Bound<'a>>> {
        if self.kind() == Kind::Lifetime {
            self.advance();
            return Ok(None);
        }
        if let Kind::Open(delimiter @ (Delimiter::Parenthesis | Delimiter::None)) = self.kind() {
            let mut inside = self.group(delimiter)?;
            let bound = inside.bound()?;
            inside.finish()?;
            return Ok(bound);
        }
        if self.eat_word(Word::Use) {
            self.skip_angles()?;
            return Ok(None);
        }
        let mut maybe = false;
        loop {
            if self.word() == Word::For {
                self.skip_for_lifetimes()?;
            } else if self.eat(b'?') {
                maybe = true;
            } else if self.is(b'~') || matches!(self.word(), Word::Const | Word::Async) {
                self.advance();
            } else if self.opens(Delimiter::Bracket) {
                self.skip();
            } else {
                break;
            }
        }
        Ok(Some(Bound {
            maybe,
            path: self.path(PathStyle::Type)?,
        }))
    }

    /// `for<'a>`.
    pub(crate) fn skip_for_lifetimes(&mut self) -> Parsed<()> {
        self.expect_word(Word::For, "`for`")?;
        self.skip_angles()
    }

    /// `<…>`.
    fn skip_angles(&mut self) -> Parsed<()> {
        self.expect(b'<', "`<`")?;
        let mut open = 1;
        while open > 0 {
            if self.is(b'<') {
                open += 1;
            } else if self.is(b'>') {
                open -= 1;
            }
            if !self.skip() {
                return self.fail("`>`");
            }
        }
        Ok(())
    }

    /// `<T: A, const N: usize>`, or nothing.
    pub(crate) fn generic_parameters(&mut self) -> Parsed<&'a [Parameter<'a>]> {
        if !self.eat(b'<') {
            return Ok(&[]);
        }
        let mut all = self.list();
        while !self.eat(b'>') {
            let start = self.start();
            let attributes = self.outer_attributes()?;
            if self.kind() == Kind::Lifetime {
                self.advance();
                if self.eat(b':') {
                    self.bounds()?;
                }
            } else if self.eat_word(Word::Const) {
                let ident = self.ident()?;
                self.expect(b':', "`:`")?;
                let ty = self.ty()?;
                let default = if self.eat(b'=') {
                    Some(self.constant_default()?)
                } else {
                    None
                };
                all.push(Parameter {
                    attributes,
                    ident,
                    kind: ParameterKind::Const(ty, default),
                });
            } else {
                let ident = self.ident()?;
                let is_bound = self.is(b':');
                if is_bound {
                    self.advance();
                }
                let bounds = if is_bound { self.bounds()? } else { &[] };
                let default = if self.eat(b'=') {
                    Some(self.ty()?)
                } else {
                    None
                };
                all.push(Parameter {
                    attributes,
                    ident,
                    kind: ParameterKind::Type(bounds, default),
                });
            }
            self.node(start);
            if !self.eat(b',') {
                self.expect(b'>', "`,` or `>`")?;
                break;
            }
        }
        Ok(all.into_bump_slice())
    }

    fn constant_default(&mut self) -> Parsed<Expr<'a>> {
        if self.begins_constant() {
            return self.constant_argument();
        }
        if self.opens(Delimiter::None) {
            return self.expr();
        }
        Ok(Expr::Path(None, self.path(PathStyle::Type)?))
    }

    /// `where T: A`, or nothing.
    pub(crate) fn where_clause(&mut self, generics: &mut Generics<'a>) -> Parsed<()> {
        if !self.eat_word(Word::Where) {
            return Ok(());
        }
        let mut all = self.list();
        all.extend_from_slice_copy(generics.predicates);
        loop {
            let is_end = match self.kind() {
                Kind::Open(Delimiter::Brace) | Kind::End | Kind::Punct(b';' | b'=') => true,
                Kind::Punct(b':') => !self.is_separator(),
                _ => false,
            };
            if is_end {
                break;
            }
            let start = self.start();
            self.outer_attributes()?;
            if self.kind() == Kind::Lifetime {
                self.advance();
                self.expect(b':', "`:`")?;
                self.bounds()?;
            } else {
                if self.word() == Word::For {
                    self.skip_for_lifetimes()?;
                }
                let ty = self.ty()?;
                self.expect(b':', "`:`")?;
                all.push((ty, self.bounds()?));
            }
            self.node(start);
            if !self.eat(b',') {
                break;
            }
        }
        generics.predicates = all.into_bump_slice();
        Ok(())
    }
}
