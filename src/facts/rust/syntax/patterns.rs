//! Patterns (<https://doc.rust-lang.org/reference/patterns.html>).

use super::parser::{Parsed, Parser};
use super::token::{Delimiter, Kind, Word};
use super::tree::{Expr, FieldPattern, IdentPattern, Member, Path, Pattern, QSelf, StructPattern};
use super::types::PathStyle;

impl<'a> Parser<'a> {
    /// A pattern, alternatives included.
    pub(crate) fn pattern(&mut self) -> Parsed<Pattern<'a>> {
        let has_first = self.is(b'|') && !self.is_two(b'|', b'|');
        if has_first {
            self.advance();
        }
        let first = self.single_pattern()?;
        if !self.is_alternative() {
            return Ok(first);
        }
        let mut all = self.list();
        all.push(first);
        while self.is_alternative() {
            self.advance();
            all.push(self.single_pattern()?);
        }
        Ok(Pattern::Or(all.into_bump_slice()))
    }

    fn is_alternative(&self) -> bool {
        self.is(b'|') && !self.is_two(b'|', b'|') && !self.is_two(b'|', b'=')
    }

    /// A pattern without alternatives.
    pub(crate) fn single_pattern(&mut self) -> Parsed<Pattern<'a>> {
        match self.kind() {
            Kind::Open(Delimiter::None) => {
                let mut inside = self.group(Delimiter::None)?;
                let pattern = inside.pattern()?;
                inside.finish()?;
                Ok(pattern)
            }
            Kind::Open(Delimiter::Parenthesis) => {
                let mut inside = self.group(Delimiter::Parenthesis)?;
                let mut has_comma = false;
                let mut elements = self.list();
                while !inside.is_at_end() {
                    elements.push(inside.pattern()?);
                    has_comma = inside.eat(b',');
                    if !has_comma {
                        inside.finish()?;
                    }
                }
                match elements.as_slice() {
                    [only] if !has_comma && !matches!(only, Pattern::Rest) => Ok(*only),
                    _ => Ok(Pattern::Tuple(elements.into_bump_slice())),
                }
            }
            Kind::Open(Delimiter::Bracket) => {
                let elements = self
                    .group(Delimiter::Bracket)?
                    .all_by_comma(Parser::pattern)?;
                Ok(Pattern::Slice(elements))
            }
            Kind::Punct(b'&') => {
                self.advance();
                self.eat_word(Word::Mut);
                let of = self.single_pattern()?;
                Ok(Pattern::Reference(self.keep(of)))
            }
            Kind::Punct(b'.') if self.is_two(b'.', b'.') => {
                self.range_dots();
                match self.range_end()? {
                    None => Ok(Pattern::Rest),
                    end => Ok(Pattern::Range(None, end)),
                }
            }
            Kind::Punct(b'-') | Kind::Literal => self.literal_or_range(),
            Kind::Punct(b'<') => {
                let (qself, path) = self.qualified_path(PathStyle::Expression)?;
                self.path_pattern(Some(qself), path)
            }
            Kind::Punct(b':') if self.is_separator() => {
                let path = self.path(PathStyle::Expression)?;
                self.path_pattern(None, path)
            }
            Kind::Ident => self.word_pattern(),
            _ => self.fail("a pattern"),
        }
    }

    fn word_pattern(&mut self) -> Parsed<Pattern<'a>> {
        match self.word() {
            Word::Underscore => {
                self.advance();
                Ok(Pattern::Wild)
            }
            Word::True | Word::False => self.literal_or_range(),
            Word::Ref | Word::Mut => self.identifier_pattern(),
            Word::Box => {
                self.advance();
                let of = self.single_pattern()?;
                Ok(Pattern::Reference(self.keep(of)))
            }
            Word::Const if self.opens_at(1, Delimiter::Brace) => {
                let before = *self;
                self.advance();
                let block = self.block()?;
                if !self.is_two(b'.', b'.') {
                    return Ok(Pattern::Const(block));
                }
                *self = before;
                self.literal_or_range()
            }
            word if !word.is_reserved() && !self.leads_on_at(1) => self.identifier_pattern(),
            _ => {
                let path = self.path(PathStyle::Expression)?;
                self.path_pattern(None, path)
            }
        }
    }

    /// Whether what stands there makes a path of the identifier in front of it.
    fn leads_on_at(&self, ahead: usize) -> bool {
        self.is_separator_at(ahead)
            || self.is_bang_at(ahead)
            || self.opens_at(ahead, Delimiter::Brace)
            || self.opens_at(ahead, Delimiter::Parenthesis)
            || self.is_two_at(ahead, b'.', b'.')
    }

    fn identifier_pattern(&mut self) -> Parsed<Pattern<'a>> {
        let by_ref = self.eat_word(Word::Ref);
        let is_mut = self.eat_word(Word::Mut);
        let ident = match self.word() {
            Word::SelfValue => self.any_ident()?,
            _ => self.ident()?,
        };
        let sub = if self.eat(b'@') {
            Some(self.single_pattern()?)
        } else {
            None
        };
        Ok(Pattern::Ident(self.keep(IdentPattern {
            by_ref,
            is_mut,
            ident,
            sub,
        })))
    }

    fn path_pattern(
        &mut self,
        qself: Option<&'a QSelf<'a>>,
        path: Path<'a>,
    ) -> Parsed<Pattern<'a>> {
        if qself.is_none() && self.is_bang_at(0) {
            return Ok(Pattern::Macro(self.macro_call(path)?));
        }
        match self.kind() {
            Kind::Open(Delimiter::Brace) => {
                let inside = self.group(Delimiter::Brace)?;
                let fields = inside.field_patterns()?;
                Ok(Pattern::Struct(self.keep(StructPattern {
                    qself,
                    path,
                    fields,
                })))
            }
            Kind::Open(Delimiter::Parenthesis) => {
                let elements = self
                    .group(Delimiter::Parenthesis)?
                    .all_by_comma(Parser::pattern)?;
                Ok(Pattern::TupleStruct(qself, path, elements))
            }
            _ if self.is_two(b'.', b'.') => {
                let start = self.keep(Expr::Path(qself, path));
                self.range_dots();
                Ok(Pattern::Range(Some(start), self.range_end()?))
            }
            _ => Ok(Pattern::Path(qself, path)),
        }
    }

    fn field_patterns(mut self) -> Parsed<&'a [FieldPattern<'a>]> {
        let mut fields = self.list();
        while !self.is_at_end() {
            let attributes = self.outer_attributes()?;
            if self.is_two(b'.', b'.') {
                self.range_dots();
                self.finish()?;
                break;
            }
            let is_named = !matches!(self.word(), Word::Ref | Word::Mut | Word::Box)
                && self.is_at(1, b':')
                && !self.is_separator_at(1);
            fields.push(if is_named {
                let member = self.member()?;
                self.advance();
                FieldPattern {
                    attributes,
                    member,
                    is_short: false,
                    pattern: self.pattern()?,
                }
            } else {
                self.short_field(attributes)?
            });
            if !self.eat(b',') {
                self.finish()?;
            }
        }
        Ok(fields.into_bump_slice())
    }

    /// `ref mut a`.
    fn short_field(
        &mut self,
        attributes: &'a [super::tree::Attribute<'a>],
    ) -> Parsed<FieldPattern<'a>> {
        self.eat_word(Word::Box);
        let by_ref = self.eat_word(Word::Ref);
        let is_mut = self.eat_word(Word::Mut);
        let ident = self.ident()?;
        Ok(FieldPattern {
            attributes,
            member: Member::Named(ident),
            is_short: true,
            pattern: Pattern::Ident(self.keep(IdentPattern {
                by_ref,
                is_mut,
                ident,
                sub: None,
            })),
        })
    }

    /// A field's name: an identifier or a number.
    pub(crate) fn member(&mut self) -> Parsed<Member> {
        if self.kind() == Kind::Literal {
            let token = self.token();
            if let Ok(at) = self.home().literal(&token).parse() {
                self.advance();
                return Ok(Member::Unnamed(at, token.span));
            }
        }
        Ok(Member::Named(self.any_ident()?))
    }

    fn literal_or_range(&mut self) -> Parsed<Pattern<'a>> {
        let first = self.range_bound()?;
        if !self.is_two(b'.', b'.') {
            return Ok(Pattern::Literal);
        }
        self.range_dots();
        let first = self.keep(first);
        Ok(Pattern::Range(Some(first), self.range_end()?))
    }

    /// `..`, `..=` or `...`; whether it is one of the last two.
    pub(crate) fn range_dots(&mut self) -> bool {
        self.advance();
        let is_joint = self.token().is_joint;
        self.advance();
        is_joint && (self.eat(b'=') || self.eat(b'.'))
    }

    fn range_end(&mut self) -> Parsed<Option<&'a Expr<'a>>> {
        let begins = match self.kind() {
            Kind::Literal | Kind::Punct(b'-' | b'<') | Kind::Open(Delimiter::None) => true,
            Kind::Punct(b':') => self.is_separator(),
            Kind::Ident => {
                let word = self.word();
                !word.is_reserved()
                    || word.begins_path()
                    || matches!(word, Word::True | Word::False)
                    || word == Word::Const && self.opens_at(1, Delimiter::Brace)
            }
            _ => false,
        };
        if !begins {
            return Ok(None);
        }
        let bound = self.range_bound()?;
        Ok(Some(self.keep(bound)))
    }

    fn range_bound(&mut self) -> Parsed<Expr<'a>> {
        let is_negative = self.eat(b'-');
        if self.is_literal() {
            let literal = Expr::Literal(self.token());
            self.advance();
            return Ok(if is_negative {
                Expr::Unary(self.keep(literal))
            } else {
                literal
            });
        }
        if self.opens(Delimiter::None) {
            let mut inside = self.group(Delimiter::None)?;
            let value = inside.expr()?;
            inside.finish()?;
            return Ok(value);
        }
        if self.eat_word(Word::Const) {
            return Ok(Expr::Block(self.block()?));
        }
        if self.is(b'<') {
            let (qself, path) = self.qualified_path(PathStyle::Expression)?;
            return Ok(Expr::Path(Some(qself), path));
        }
        Ok(Expr::Path(None, self.path(PathStyle::Expression)?))
    }
}
