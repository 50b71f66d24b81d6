//! Expressions (<https://doc.rust-lang.org/reference/expressions.html>).

use super::parser::{Parsed, Parser};
use super::statements::ends_with_block;
use super::token::{Delimiter, Kind, Token, Word};
use super::tree::{
    Arm, Closure, Expr, If, Member, MethodCall, Operator, Path, Pattern, QSelf, StructLiteral, Type,
};
use super::types::PathStyle;
use crate::base::{Span, number};

/// How tight operators bind, from the loosest on.
const ASSIGN: u8 = 1;
const RANGE: u8 = 2;
const OR: u8 = 3;
const AND: u8 = 4;
const COMPARE: u8 = 5;
const BIT_OR: u8 = 6;
const BIT_XOR: u8 = 7;
const BIT_AND: u8 = 8;
const SHIFT: u8 = 9;
const SUM: u8 = 10;
const PRODUCT: u8 = 11;
const CAST: u8 = 12;

/// What stands between two operands.
#[derive(Clone, Copy)]
enum Infix {
    Binary(Operator),
    Assign,
    Range,
    Cast,
}

impl<'a> Parser<'a> {
    /// An expression.
    pub(crate) fn expr(&mut self) -> Parsed<Expr<'a>> {
        self.expr_above(true, 0)
    }

    /// Expressions that commas separate, up to the end.
    pub(crate) fn exprs(&mut self) -> Parsed<&'a [Expr<'a>]> {
        self.all_by_comma(Parser::expr)
    }

    /// An expression in front of a block: no struct literal.
    fn condition(&mut self) -> Parsed<Expr<'a>> {
        self.expr_above(false, 0)
    }

    /// An expression of operators that bind at least so tight.
    fn expr_above(&mut self, structs: bool, least: u8) -> Parsed<Expr<'a>> {
        let first = self.unary(structs)?;
        self.infix(first, structs, least)
    }

    /// What operators make of an operand.
    pub(crate) fn infix(
        &mut self,
        mut left: Expr<'a>,
        structs: bool,
        least: u8,
    ) -> Parsed<Expr<'a>> {
        while let Some((binds, infix, tokens)) = self.operator() {
            if binds < least {
                break;
            }
            if !matches!(infix, Infix::Range) {
                (0..tokens).for_each(|_| self.advance());
            }
            left = match infix {
                Infix::Binary(operator) => {
                    // Assignments lean to the right, all others to the left.
                    let above = if binds == ASSIGN { binds } else { binds + 1 };
                    let right = self.expr_above(structs, above)?;
                    Expr::Binary(operator, self.keep(left), self.keep(right))
                }
                Infix::Assign => {
                    let right = self.expr_above(structs, ASSIGN)?;
                    Expr::Assign(self.keep(left), self.keep(right))
                }
                Infix::Range => {
                    let (end, is_inclusive) = self.range_from_dots(structs)?;
                    Expr::Range(Some(self.keep(left)), end, is_inclusive)
                }
                Infix::Cast => {
                    let ty = self.type_without_plus()?;
                    Expr::Cast(self.keep(left), self.keep(ty))
                }
            };
        }
        Ok(left)
    }

    /// The operator here: how tight it binds, what it is, and of how many tokens.
    fn operator(&self) -> Option<(u8, Infix, usize)> {
        let token = self.token();
        let Kind::Punct(first) = token.kind else {
            return (token.word == Word::As).then_some((CAST, Infix::Cast, 1));
        };
        let (second, third) = self.joined(token);
        let arithmetic = |binds, name| Some((binds, Infix::Binary(Operator::Arithmetic(name)), 1));
        let compound = |tokens| Some((ASSIGN, Infix::Binary(Operator::Compound), tokens));
        let compare = |tokens| Some((COMPARE, Infix::Binary(Operator::Comparison), tokens));
        match (first, second) {
            (b'=' | b'!' | b'<' | b'>', b'=') => compare(2),
            (b'=' | b'-', b'>') => None,
            (b'=', _) => Some((ASSIGN, Infix::Assign, 1)),
            (b'&', b'&') => Some((AND, Infix::Binary(Operator::Logic), 2)),
            (b'|', b'|') => Some((OR, Infix::Binary(Operator::Logic), 2)),
            (b'<', b'<') | (b'>', b'>') if third == b'=' => compound(3),
            (b'<', b'<') => Some((SHIFT, Infix::Binary(Operator::Arithmetic("shl")), 2)),
            (b'>', b'>') => Some((SHIFT, Infix::Binary(Operator::Arithmetic("shr")), 2)),
            (b'<' | b'>', _) => compare(1),
            (b'+' | b'-' | b'*' | b'/' | b'%' | b'^' | b'&' | b'|', b'=') => compound(2),
            (b'+', _) => arithmetic(SUM, "add"),
            (b'-', _) => arithmetic(SUM, "sub"),
            (b'*', _) => arithmetic(PRODUCT, "mul"),
            (b'/', _) => arithmetic(PRODUCT, "div"),
            (b'%', _) => arithmetic(PRODUCT, "rem"),
            (b'^', _) => arithmetic(BIT_XOR, "bitxor"),
            (b'&', _) => arithmetic(BIT_AND, "bitand"),
            (b'|', _) => arithmetic(BIT_OR, "bitor"),
            (b'.', b'.') => Some((RANGE, Infix::Range, 2)),
            _ => None,
        }
    }

    /// The two characters of punctuation that follow without a gap; 0 where there is none.
    fn joined(&self, token: Token) -> (u8, u8) {
        let punct = |token: Token| match token.kind {
            Kind::Punct(character) => character,
            _ => 0,
        };
        if !token.is_joint {
            return (0, 0);
        }
        let second = self.nth(1);
        let third = if second.is_joint {
            punct(self.nth(2))
        } else {
            0
        };
        (punct(second), third)
    }

    /// `..b` or `..=b`: the end, and whether it is included.
    fn range_from_dots(&mut self, structs: bool) -> Parsed<(Option<&'a Expr<'a>>, bool)> {
        let is_inclusive = self.range_dots();
        if !self.begins_operand(structs) {
            return Ok((None, is_inclusive));
        }
        let end = self.expr_above(structs, OR)?;
        Ok((Some(self.keep(end)), is_inclusive))
    }

    /// Whether an operand stands here.
    fn begins_operand(&self, structs: bool) -> bool {
        match self.kind() {
            Kind::End | Kind::Close(_) => false,
            Kind::Open(Delimiter::Brace) => structs,
            Kind::Open(_) | Kind::Literal | Kind::Lifetime => true,
            Kind::Punct(character) => match character {
                b'&' | b'*' | b'!' | b'-' | b'<' | b'|' | b'#' => true,
                b':' => self.is_separator(),
                b'.' => self.is_two(b'.', b'.'),
                _ => false,
            },
            Kind::Ident => !matches!(
                self.word(),
                Word::As | Word::Else | Word::In | Word::Where | Word::Mut | Word::Ref
            ),
        }
    }

    fn unary(&mut self, structs: bool) -> Parsed<Expr<'a>> {
        match self.kind() {
            Kind::Punct(b'#') => {
                self.outer_attributes()?;
                if self.is(b'#') {
                    return self.fail("an expression");
                }
                self.unary(structs)
            }
            Kind::Punct(b'&') => {
                self.advance();
                let is_raw =
                    self.word() == Word::Raw && matches!(self.word_at(1), Word::Const | Word::Mut);
                if is_raw {
                    self.advance();
                    self.advance();
                    let of = self.unary(structs)?;
                    return Ok(Expr::RawAddress(self.keep(of)));
                }
                let is_mut = self.eat_word(Word::Mut);
                let of = self.unary(structs)?;
                Ok(Expr::Reference {
                    is_mut,
                    of: self.keep(of),
                })
            }
            Kind::Punct(b'*') => {
                self.advance();
                let of = self.unary(structs)?;
                Ok(Expr::Dereference(self.keep(of)))
            }
            Kind::Punct(b'!' | b'-') => {
                self.advance();
                let of = self.unary(structs)?;
                Ok(Expr::Unary(self.keep(of)))
            }
            _ => {
                let atom = self.atom(structs)?;
                self.postfix(atom)
            }
        }
    }

    /// What calls, fields, indices and `?` make of an operand.
    pub(crate) fn postfix(&mut self, mut value: Expr<'a>) -> Parsed<Expr<'a>> {
        loop {
            value = match self.kind() {
                Kind::Open(Delimiter::Parenthesis) => {
                    let arguments = self.group(Delimiter::Parenthesis)?.exprs()?;
                    Expr::Call(self.keep(value), arguments)
                }
                Kind::Open(Delimiter::Bracket) => {
                    let mut inside = self.group(Delimiter::Bracket)?;
                    let index = inside.expr()?;
                    inside.finish()?;
                    Expr::Index(self.keep(value), self.keep(index))
                }
                Kind::Punct(b'?') => {
                    self.advance();
                    Expr::Try(self.keep(value))
                }
                Kind::Punct(b'.') if !self.is_two(b'.', b'.') => {
                    self.advance();
                    self.behind_dot(value)?
                }
                _ => return Ok(value),
            };
        }
    }

    fn behind_dot(&mut self, value: Expr<'a>) -> Parsed<Expr<'a>> {
        if self.eat_word(Word::Await) {
            return Ok(Expr::Await(self.keep(value)));
        }
        if self.kind() == Kind::Literal {
            return self.tuple_fields(value);
        }
        let method = self.any_ident()?;
        let turbofish = if self.is_separator() && self.is_at(2, b'<') {
            self.eat_separator();
            Some(self.angle_arguments()?)
        } else {
            None
        };
        if turbofish.is_none() && !self.opens(Delimiter::Parenthesis) {
            return Ok(Expr::Field(self.keep(value), Member::Named(method)));
        }
        let arguments = self.group(Delimiter::Parenthesis)?.exprs()?;
        Ok(Expr::MethodCall(self.keep(MethodCall {
            receiver: value,
            method,
            turbofish,
            arguments,
        })))
    }

    /// `.0`, and `.0.1`, of which the numbers are one literal.
    fn tuple_fields(&mut self, mut value: Expr<'a>) -> Parsed<Expr<'a>> {
        let token = self.token();
        let text = self.home().literal(&token);
        let mut offset = token.span.start;
        for part in text.trim_end_matches('.').split('.') {
            let Ok(at) = part.parse() else {
                return self.fail("the number of a field");
            };
            let length = number(part.len());
            let span = match token.span.end {
                0 => token.span,
                _ => Span::new(offset, offset + length),
            };
            offset += length + 1;
            value = Expr::Field(self.keep(value), Member::Unnamed(at, span));
        }
        self.advance();
        // `x.0.` in front of a name: the dot was taken for that of a number.
        if text.ends_with('.') {
            return self.behind_dot(value);
        }
        Ok(value)
    }

    /// An expression without operators in front of it or behind it.
    pub(crate) fn atom(&mut self, structs: bool) -> Parsed<Expr<'a>> {
        match self.kind() {
            Kind::Literal => {
                let literal = Expr::Literal(self.token());
                self.advance();
                Ok(literal)
            }
            Kind::Open(Delimiter::None) => {
                let mut inside = self.group(Delimiter::None)?;
                let value = inside.expr()?;
                inside.finish()?;
                Ok(value)
            }
            Kind::Open(Delimiter::Parenthesis) => {
                let mut inside = self.group(Delimiter::Parenthesis)?;
                inside.inner_attributes(&[])?;
                let mut has_comma = false;
                let mut elements = self.list();
                while !inside.is_at_end() {
                    elements.push(inside.expr()?);
                    has_comma = inside.eat(b',');
                    if !has_comma {
                        inside.finish()?;
                    }
                }
                match elements.as_slice() {
                    [only] if !has_comma => Ok(*only),
                    _ => Ok(Expr::Tuple(elements.into_bump_slice())),
                }
            }
            Kind::Open(Delimiter::Bracket) => self.array(),
            Kind::Open(Delimiter::Brace) => Ok(Expr::Block(self.block()?)),
            Kind::Lifetime => {
                if !self.is_at(1, b':') {
                    return self.fail("a label");
                }
                self.advance();
                self.advance();
                match self.word() {
                    Word::Loop | Word::While | Word::For => self.word_expression(structs),
                    _ => Ok(Expr::Block(self.block()?)),
                }
            }
            Kind::Punct(b'|') => self.closure(),
            Kind::Punct(b'<') => {
                let (qself, path) = self.qualified_path(PathStyle::Expression)?;
                self.path_expression(Some(qself), path, structs)
            }
            Kind::Punct(b'.') if self.is_two(b'.', b'.') => {
                let (end, is_inclusive) = self.range_from_dots(structs)?;
                Ok(Expr::Range(None, end, is_inclusive))
            }
            Kind::Punct(b':') if self.is_separator() => {
                let path = self.path(PathStyle::Expression)?;
                self.path_expression(None, path, structs)
            }
            Kind::Ident => self.word_expression(structs),
            _ => self.fail("an expression"),
        }
    }

    /// An expression that begins with a word.
    fn word_expression(&mut self, structs: bool) -> Parsed<Expr<'a>> {
        match self.word() {
            Word::True | Word::False => {
                let literal = Expr::Literal(self.token());
                self.advance();
                Ok(literal)
            }
            Word::If => self.if_expression(),
            Word::Match => self.match_expression(),
            Word::Loop => {
                self.advance();
                Ok(Expr::Loop(self.block()?))
            }
            Word::While => {
                self.advance();
                let condition = self.condition()?;
                let condition = self.keep(condition);
                Ok(Expr::While(condition, self.block()?))
            }
            Word::For if self.is_at(1, b'<') => self.closure(),
            Word::For => {
                self.advance();
                let pattern = self.pattern()?;
                let pattern = self.keep(pattern);
                self.expect_word(Word::In, "`in`")?;
                let iterated = self.condition()?;
                let iterated = self.keep(iterated);
                Ok(Expr::For(pattern, iterated, self.block()?))
            }
            Word::Let => {
                self.advance();
                let pattern = self.pattern()?;
                self.expect(b'=', "`=`")?;
                let value = self.expr_above(false, COMPARE)?;
                Ok(Expr::Let(self.keep(pattern), self.keep(value)))
            }
            Word::Unsafe => {
                self.advance();
                Ok(Expr::Block(self.block()?))
            }
            Word::Const if self.opens_at(1, Delimiter::Brace) => {
                self.advance();
                Ok(Expr::Block(self.block()?))
            }
            Word::Try if self.opens_at(1, Delimiter::Brace) => {
                self.advance();
                Ok(Expr::TryBlock(self.block()?))
            }
            Word::Async => {
                let is_move = self.word_at(1) == Word::Move;
                if !self.opens_at(1 + usize::from(is_move), Delimiter::Brace) {
                    return self.closure();
                }
                self.advance();
                self.eat_word(Word::Move);
                Ok(Expr::Async(self.block()?))
            }
            Word::Move | Word::Static | Word::Const => self.closure(),
            Word::Return => {
                self.advance();
                Ok(Expr::Return(self.operand(structs)?))
            }
            Word::Yield | Word::Become => {
                self.advance();
                Ok(Expr::Yield(self.operand(structs)?))
            }
            Word::Break => {
                self.advance();
                // `break 'a loop {}`, and `break 'a: loop {}`.
                if self.kind() == Kind::Lifetime && !self.is_at(1, b':') {
                    self.advance();
                }
                Ok(Expr::Break(self.operand(structs)?))
            }
            Word::Continue => {
                self.advance();
                if self.kind() == Kind::Lifetime {
                    self.advance();
                }
                Ok(Expr::Continue)
            }
            Word::Underscore => {
                self.advance();
                Ok(Expr::Unknown)
            }
            Word::Box => {
                self.advance();
                let of = self.unary(structs)?;
                Ok(Expr::Unary(self.keep(of)))
            }
            Word::None if self.is_builtin() => {
                self.skip_builtin()?;
                Ok(Expr::Unknown)
            }
            _ => {
                let path = self.path(PathStyle::Expression)?;
                self.path_expression(None, path, structs)
            }
        }
    }

    /// Whether `builtin # name(…)` stands here, which is no part of the language yet.
    pub(crate) fn is_builtin(&self) -> bool {
        self.is_at(1, b'#') && self.token().ident().is_some_and(|it| it == "builtin")
    }

    /// Takes `builtin # name(…)`.
    pub(crate) fn skip_builtin(&mut self) -> Parsed<()> {
        self.advance();
        self.advance();
        self.any_ident()?;
        self.delimited().map(drop)
    }

    /// What `return` and its kin are given.
    fn operand(&mut self, structs: bool) -> Parsed<Option<&'a Expr<'a>>> {
        if !self.begins_operand(structs) {
            return Ok(None);
        }
        let value = self.expr_above(structs, 0)?;
        Ok(Some(self.keep(value)))
    }

    fn path_expression(
        &mut self,
        qself: Option<&'a QSelf<'a>>,
        path: Path<'a>,
        structs: bool,
    ) -> Parsed<Expr<'a>> {
        let is_call = qself.is_none()
            && self.is_bang_at(0)
            && matches!(self.nth(1).kind, Kind::Open(it) if it != Delimiter::None);
        if is_call {
            return Ok(Expr::Macro(self.macro_call(path)?));
        }
        if structs && self.opens(Delimiter::Brace) {
            return self.struct_literal(qself, path);
        }
        Ok(Expr::Path(qself, path))
    }

    fn struct_literal(&mut self, qself: Option<&'a QSelf<'a>>, path: Path<'a>) -> Parsed<Expr<'a>> {
        let mut inside = self.group(Delimiter::Brace)?;
        inside.inner_attributes(&[])?;
        let mut fields = self.list();
        let mut rest = None;
        while !inside.is_at_end() {
            let start = inside.start();
            let attributes = inside.outer_attributes()?;
            if inside.eat_two(b'.', b'.') {
                if !inside.is_at_end() {
                    rest = Some(inside.expr()?);
                    inside.finish()?;
                }
                break;
            }
            let member = inside.member()?;
            let value = if inside.is(b':') && !inside.is_separator() {
                inside.advance();
                inside.expr()?
            } else {
                inside.short_value(member)?
            };
            fields.push((attributes, member, value));
            inside.node(start);
            if !inside.eat(b',') {
                inside.finish()?;
            }
        }
        Ok(Expr::Struct(self.keep(StructLiteral {
            qself,
            path,
            fields: fields.into_bump_slice(),
            rest,
        })))
    }

    /// `S { a }`: the value is what `a` means.
    fn short_value(&self, member: Member) -> Parsed<Expr<'a>> {
        let Member::Named(ident) = member else {
            return self.fail("`:`");
        };
        Ok(Expr::Path(None, self.path_of(ident)))
    }

    fn array(&mut self) -> Parsed<Expr<'a>> {
        let mut inside = self.group(Delimiter::Bracket)?;
        inside.inner_attributes(&[])?;
        if inside.is_at_end() {
            return Ok(Expr::Array(&[]));
        }
        let first = inside.expr()?;
        if inside.eat(b';') {
            let length = inside.expr()?;
            inside.finish()?;
            return Ok(Expr::Repeat(self.keep(first), self.keep(length)));
        }
        let mut elements = self.list();
        elements.push(first);
        if !inside.eat(b',') {
            inside.finish()?;
        }
        while !inside.is_at_end() {
            elements.push(inside.expr()?);
            if !inside.eat(b',') {
                inside.finish()?;
            }
        }
        Ok(Expr::Array(elements.into_bump_slice()))
    }

    fn if_expression(&mut self) -> Parsed<Expr<'a>> {
        self.advance();
        let condition = self.condition()?;
        let then = self.block()?;
        let otherwise = match self.eat_word(Word::Else) {
            true if self.word() == Word::If => Some(self.if_expression()?),
            true if self.opens(Delimiter::None) => Some(self.atom(true)?),
            true => Some(Expr::Block(self.block()?)),
            false => None,
        };
        Ok(Expr::If(self.keep(If {
            condition,
            then,
            otherwise,
        })))
    }

    fn match_expression(&mut self) -> Parsed<Expr<'a>> {
        self.advance();
        let value = self.condition()?;
        let value = self.keep(value);
        let mut inside = self.group(Delimiter::Brace)?;
        inside.inner_attributes(&[])?;
        let mut arms = self.list();
        while !inside.is_at_end() {
            let start = inside.start();
            arms.push(inside.arm()?);
            inside.node(start);
        }
        Ok(Expr::Match(value, arms.into_bump_slice()))
    }

    fn arm(&mut self) -> Parsed<Arm<'a>> {
        let attributes = self.outer_attributes()?;
        let pattern = self.pattern()?;
        let guard = if self.eat_word(Word::If) {
            Some(self.expr()?)
        } else {
            None
        };
        if !self.eat_two(b'=', b'>') {
            return self.fail("`=>`");
        }
        let body = self.statement_expression()?;
        if !self.eat(b',') && !ends_with_block(&body) {
            self.finish()?;
        }
        Ok(Arm {
            attributes,
            pattern,
            guard,
            body,
        })
    }

    fn closure(&mut self) -> Parsed<Expr<'a>> {
        if self.word() == Word::For {
            self.skip_for_lifetimes()?;
        }
        self.eat_word(Word::Const);
        self.eat_word(Word::Static);
        let is_async = self.eat_word(Word::Async);
        self.eat_word(Word::Move);
        self.expect(b'|', "an expression")?;
        let mut inputs = self.list();
        while !self.is(b'|') {
            inputs.push(self.closure_input()?);
            if !self.eat(b',') {
                break;
            }
        }
        self.expect(b'|', "`|`")?;
        if self.eat_two(b'-', b'>') {
            let output = Some(self.ty()?);
            let body = Expr::Block(self.block()?);
            return Ok(self.closure_of(is_async, inputs.into_bump_slice(), output, body));
        }
        let body = self.expr()?;
        Ok(self.closure_of(is_async, inputs.into_bump_slice(), None, body))
    }

    fn closure_of(
        &self,
        is_async: bool,
        inputs: &'a [(Pattern<'a>, Option<Type<'a>>)],
        output: Option<Type<'a>>,
        body: Expr<'a>,
    ) -> Expr<'a> {
        Expr::Closure(self.keep(Closure {
            is_async,
            inputs,
            output,
            body,
        }))
    }

    fn closure_input(&mut self) -> Parsed<(Pattern<'a>, Option<Type<'a>>)> {
        self.outer_attributes()?;
        let pattern = self.single_pattern()?;
        let ty = if self.eat(b':') {
            Some(self.ty()?)
        } else {
            None
        };
        Ok((pattern, ty))
    }
}
