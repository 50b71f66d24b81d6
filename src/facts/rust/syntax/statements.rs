//! Blocks and statements (<https://doc.rust-lang.org/reference/statements.html>).

use super::parser::{Parsed, Parser};
use super::token::{Delimiter, Kind, Word};
use super::tree::{Attribute, Block, Expr, Local, Statement, StatementKind};

impl<'a> Parser<'a> {
    /// `{ … }`; inner attributes are left out.
    pub(crate) fn block(&mut self) -> Parsed<Block<'a>> {
        Ok(self.block_with_attributes(&[])?.1)
    }

    /// `{ … }`, with its inner attributes behind those in front of the whole.
    pub(crate) fn block_with_attributes(
        &mut self,
        outer: &'a [Attribute<'a>],
    ) -> Parsed<(&'a [Attribute<'a>], Block<'a>)> {
        let mut inside = self.group(Delimiter::Brace)?;
        let attributes = inside.inner_attributes(outer)?;
        let statements = inside.statements()?;
        Ok((attributes, Block { statements }))
    }

    /// As many statements as there are.
    pub(crate) fn statements(&mut self) -> Parsed<&'a [Statement<'a>]> {
        let mut all = self.list();
        loop {
            while self.eat(b';') {}
            if self.is_at_end() {
                return Ok(all.into_bump_slice());
            }
            let start = self.start();
            let statement = self.statement()?;
            self.node(start);
            if !self.is_at_end() && needs_semicolon(&statement) {
                return self.fail("`;` or `}`");
            }
            all.push(statement);
        }
    }

    /// One statement, with its semicolon.
    pub(crate) fn statement(&mut self) -> Parsed<Statement<'a>> {
        let before = *self;
        let attributes = self.outer_attributes()?;
        if self.eat_word(Word::Let) {
            let local = self.local()?;
            if !self.eat(b';') && !self.is_at_end() {
                return self.fail("`;`");
            }
            return Ok(Statement {
                attributes,
                kind: StatementKind::Local(self.keep(local)),
            });
        }
        if self.begins_item() {
            *self = before;
            let item = self.item()?;
            return Ok(Statement {
                attributes: &[],
                kind: StatementKind::Item(self.keep(item)),
            });
        }
        if let Some(call) = self.call_in_braces()? {
            return Ok(Statement {
                attributes,
                kind: call,
            });
        }
        let value = self.statement_expression()?;
        let has_semicolon = self.eat(b';');
        let kind = match value {
            Expr::Macro(call) if has_semicolon || call.delimiter == Delimiter::Brace => {
                StatementKind::Macro(call, has_semicolon)
            }
            value => StatementKind::Expr(value, has_semicolon),
        };
        Ok(Statement { attributes, kind })
    }

    /// `name! { … }` that is no part of an expression.
    fn call_in_braces(&mut self) -> Parsed<Option<StatementKind<'a>>> {
        let Some(bang) = self.bang_of_call() else {
            return Ok(None);
        };
        let group = self.nth(bang + 1);
        if group.kind != Kind::Open(Delimiter::Brace) {
            return Ok(None);
        }
        let behind = bang + 1 + group.length();
        let goes_on = self.is_at(behind, b'?')
            || self.is_at(behind, b'.') && !self.is_two_at(behind, b'.', b'.');
        if goes_on {
            return Ok(None);
        }
        let path = self.plain_path()?;
        let call = self.macro_call(path)?;
        Ok(Some(StatementKind::Macro(call, self.eat(b';'))))
    }

    /// An expression as a statement: one that ends with a block is whole, unless a method is called on it.
    pub(crate) fn statement_expression(&mut self) -> Parsed<Expr<'a>> {
        let is_block = match self.word() {
            Word::If | Word::While | Word::For | Word::Loop | Word::Match => {
                !(self.word() == Word::For && self.is_at(1, b'<'))
            }
            Word::Try | Word::Unsafe | Word::Const => self.opens_at(1, Delimiter::Brace),
            _ => self.opens(Delimiter::Brace) || self.kind() == Kind::Lifetime,
        };
        if !is_block {
            return self.expr();
        }
        let value = self.atom(true)?;
        let goes_on = self.is(b'?') || self.is(b'.') && !self.is_two(b'.', b'.');
        if !goes_on {
            return Ok(value);
        }
        let value = self.postfix(value)?;
        self.infix(value, true, 0)
    }

    /// `pattern: T = value else { … }` behind `let`.
    pub(crate) fn local(&mut self) -> Parsed<Local<'a>> {
        let pattern = self.pattern()?;
        let ty = if self.eat(b':') {
            Some(self.ty()?)
        } else {
            None
        };
        let (mut value, mut otherwise) = (None, None);
        if self.eat(b'=') {
            value = Some(self.expr()?);
            if self.eat_word(Word::Else) {
                otherwise = Some(self.block()?);
            }
        }
        Ok(Local {
            pattern,
            ty,
            value,
            otherwise,
        })
    }
}

/// Whether nothing may follow without a semicolon between.
fn needs_semicolon(statement: &Statement<'_>) -> bool {
    match &statement.kind {
        StatementKind::Expr(value, false) => !ends_with_block(value),
        _ => false,
    }
}

/// Whether an expression needs nothing behind it to be told from the next one.
pub(crate) fn ends_with_block(value: &Expr<'_>) -> bool {
    match value {
        Expr::Block(_)
        | Expr::If(_)
        | Expr::Match(..)
        | Expr::Loop(_)
        | Expr::While(..)
        | Expr::For(..)
        | Expr::TryBlock(_) => true,
        Expr::Macro(call) => call.delimiter == Delimiter::Brace,
        _ => false,
    }
}
