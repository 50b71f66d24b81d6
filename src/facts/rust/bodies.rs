//! Expressions, as they are walked: the paths in them are recorded, and their shape is kept for inference.

use super::collector::{Collector, defines_items};
use super::syntax::token::{Ident, Token, Word};
use super::syntax::tree;
use super::types::mutability;
use crate::base::{ReferenceKind, name, number};
use crate::facts::code::{
    Arguments, Arm, Binary, BlockKind, Body, Expr, ExprIx, Literal, Owner, Pattern, PatternIx,
    Statement, ValuePath,
};
use crate::facts::{Namespace, Position};

impl<'c> Collector<'c> {
    pub(super) fn push_expr(&mut self, expression: Expr) -> ExprIx {
        let expressions = &mut self.bodies.expressions;
        expressions.push(expression);
        number(expressions.len() - 1)
    }

    pub(super) fn push_body(&mut self, owner: Owner, parameters: Vec<PatternIx>, value: ExprIx) {
        self.facts.code.bodies.push(Body {
            owner,
            parameters,
            value,
        });
    }

    /// Walks an expression; gives it.
    pub(super) fn expr(&mut self, expression: &tree::Expr<'c>) -> ExprIx {
        let kept = match *expression {
            tree::Expr::Block(ref inner) => return self.block(inner),
            tree::Expr::TryBlock(ref inner) => {
                let block = self.block(inner);
                Expr::Unknown(vec![block])
            }
            tree::Expr::Async(ref inner) => {
                let kept = self.block_of(BlockKind::Async, inner.statements);
                return self.push_expr(kept);
            }
            tree::Expr::Macro(inner) => return self.macro_in_body(inner, Position::Expression),
            tree::Expr::Path(qself, ref path) => self.value_path(qself, path, Namespace::Value),
            tree::Expr::Literal(token) => Expr::Literal(self.literal(&token)),
            tree::Expr::Call(function, arguments) => {
                let function = self.expr(function);
                let arguments = self.exprs(arguments);
                Expr::Call {
                    function,
                    arguments,
                }
            }
            tree::Expr::MethodCall(inner) => self.method_call(inner),
            tree::Expr::Field(of, member) => {
                let of = self.expr(of);
                let (name, site) = self.member_site(member);
                Expr::Field { of, name, site }
            }
            tree::Expr::Struct(inner) => self.struct_literal(inner),
            tree::Expr::Closure(inner) => self.closure(inner),
            tree::Expr::Reference { is_mut, of } => {
                Expr::Reference(mutability(is_mut), self.expr(of))
            }
            tree::Expr::RawAddress(of) => Expr::Unknown(vec![self.expr(of)]),
            tree::Expr::Dereference(of) => Expr::Dereference(self.expr(of)),
            tree::Expr::Unary(of) => Expr::Unary(self.expr(of)),
            tree::Expr::Binary(operator, left, right) => {
                let left = self.expr(left);
                let right = self.expr(right);
                Expr::Binary {
                    operator: binary(operator),
                    left,
                    right,
                }
            }
            tree::Expr::Try(of) => Expr::Try(self.expr(of)),
            tree::Expr::Await(of) => Expr::Await(self.expr(of)),
            tree::Expr::Tuple(elements) => Expr::Tuple(self.exprs(elements)),
            tree::Expr::Array(elements) => Expr::Array(self.exprs(elements)),
            tree::Expr::Index(of, index) => {
                let of = self.expr(of);
                let index = self.expr(index);
                Expr::Index { of, index }
            }
            tree::Expr::Cast(value, ty) => {
                let value = self.expr(value);
                let ty = self.ty(ty);
                Expr::Cast { value, ty }
            }
            _ => self.control_flow(expression),
        };
        self.push_expr(kept)
    }

    /// The rest of [`Collector::expr`]: what decides which code runs.
    fn control_flow(&mut self, expression: &tree::Expr<'c>) -> Expr {
        match *expression {
            tree::Expr::If(inner) => self.if_else(inner),
            tree::Expr::Match(value, arms) => self.match_expression(value, arms),
            tree::Expr::Let(pattern, value) => {
                let value = self.expr(value);
                let pattern = self.pattern(pattern);
                Expr::Let { pattern, value }
            }
            tree::Expr::While(condition, ref body) => self.framed(|this| {
                let condition = this.expr(condition);
                let body = this.block(body);
                Expr::While { condition, body }
            }),
            tree::Expr::For(pattern, iterated, ref body) => {
                let iterated = self.expr(iterated);
                self.framed(|this| {
                    let pattern = this.pattern(pattern);
                    let body = this.block(body);
                    Expr::For {
                        pattern,
                        iterated,
                        body,
                    }
                })
            }
            tree::Expr::Loop(ref body) => Expr::Loop(self.block(body)),
            tree::Expr::Assign(left, right) => {
                let left = self.expr(left);
                let right = self.expr(right);
                Expr::Assign { left, right }
            }
            tree::Expr::Range(from, to, is_inclusive) => Expr::Range {
                from: from.map(|it| self.expr(it)),
                to: to.map(|it| self.expr(it)),
                is_inclusive,
            },
            tree::Expr::Repeat(value, length) => Expr::Array(vec![self.repeated(value, length)]),
            tree::Expr::Return(value) => Expr::Return(value.map(|it| self.expr(it))),
            tree::Expr::Break(value) => Expr::Break(value.map(|it| self.expr(it))),
            tree::Expr::Continue => Expr::Continue,
            tree::Expr::Yield(value) => {
                Expr::Unknown(value.map(|it| self.expr(it)).into_iter().collect())
            }
            _ => Expr::Unknown(Vec::new()),
        }
    }

    fn exprs(&mut self, all: &[tree::Expr<'c>]) -> Vec<ExprIx> {
        all.iter().map(|it| self.expr(it)).collect()
    }

    /// Runs `body` in a frame of bindings of its own.
    pub(super) fn framed<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        let (types, values) = (self.types.len(), self.values.len());
        let kept = body(self);
        self.types.truncate(types);
        self.values.truncate(values);
        kept
    }

    /// A path to a value, or a local binding.
    fn value_path(
        &mut self,
        qself: Option<&tree::QSelf<'c>>,
        path: &tree::Path<'c>,
        namespace: Namespace,
    ) -> Expr {
        let local = path.only().and_then(|ident| self.local(ident));
        let path = self.path_parts(qself, path, ReferenceKind::Path, namespace);
        match (local, path) {
            (Some(local), _) => Expr::Local(local),
            (None, Some(path)) => Expr::Path(path),
            (None, None) => Expr::Unknown(Vec::new()),
        }
    }

    fn method_call(&mut self, call: &tree::MethodCall<'c>) -> Expr {
        let receiver = self.expr(&call.receiver);
        let generics = call.turbofish;
        let generics = generics.map_or_else(Arguments::default, |it| self.arguments(it));
        let site = self.site(call.method.span);
        let arguments = self.exprs(call.arguments);
        Expr::MethodCall {
            receiver,
            name: call.method.name,
            generics,
            arguments,
            site,
        }
    }

    fn struct_literal(&mut self, literal: &tree::StructLiteral<'c>) -> Expr {
        let kind = ReferenceKind::Path;
        let path: Option<ValuePath> =
            self.path_parts(literal.qself, &literal.path, kind, Namespace::Type);
        let mut fields = Vec::with_capacity(literal.fields.len());
        for (attributes, member, value) in literal.fields {
            self.under(attributes, |this| {
                let (member, site) = this.member_site(*member);
                let value = this.expr(value);
                fields.push((member, site, value));
            });
        }
        let rest = literal.rest.as_ref().map(|it| self.expr(it));
        Expr::Struct { path, fields, rest }
    }

    fn closure(&mut self, closure: &tree::Closure<'c>) -> Expr {
        self.framed(|this| {
            let mut parameters = Vec::with_capacity(closure.inputs.len());
            for (pattern, ty) in closure.inputs {
                let ty = ty.as_ref().map(|ty| this.ty(ty));
                let pattern = this.pattern(pattern);
                parameters.push((pattern, ty));
            }
            Expr::Closure {
                parameters,
                result: closure.output.as_ref().map(|ty| this.ty(ty)),
                body: this.expr(&closure.body),
                is_async: closure.is_async,
            }
        })
    }

    fn if_else(&mut self, expression: &tree::If<'c>) -> Expr {
        let (condition, then) = self.framed(|this| {
            let condition = this.expr(&expression.condition);
            (condition, this.block(&expression.then))
        });
        Expr::If {
            condition,
            then,
            otherwise: expression.otherwise.as_ref().map(|it| self.expr(it)),
        }
    }

    fn match_expression(&mut self, value: &tree::Expr<'c>, all: &[tree::Arm<'c>]) -> Expr {
        let value = self.expr(value);
        let mut arms = Vec::with_capacity(all.len());
        for arm in all {
            self.under(arm.attributes, |this| {
                let arm = this.framed(|this| this.arm(arm));
                arms.push(arm);
            });
        }
        Expr::Match { value, arms }
    }

    fn arm(&mut self, arm: &tree::Arm<'c>) -> Arm {
        Arm {
            pattern: self.pattern(&arm.pattern),
            guard: arm.guard.as_ref().map(|it| self.expr(it)),
            value: self.expr(&arm.body),
        }
    }

    /// Walks a block; gives it.
    pub(super) fn block(&mut self, block: &tree::Block<'c>) -> ExprIx {
        let kept = self.block_of(BlockKind::Plain, block.statements);
        self.push_expr(kept)
    }

    pub(super) fn block_of(&mut self, kind: BlockKind, all: &[tree::Statement<'c>]) -> Expr {
        let mut statements = Vec::with_capacity(all.len());
        let mut value = None;
        self.block_scope(all, |this| {
            for statement in all {
                // Only the last one without a semicolon is the value of the block.
                if let Some(earlier) = value.take() {
                    statements.push(Statement::Value(earlier));
                }
                this.statement(statement, &mut statements, &mut value);
            }
        });
        Expr::Block {
            kind,
            statements,
            value,
        }
    }

    /// The element of `[value; count]`.
    pub(super) fn repeated(&mut self, value: &tree::Expr<'c>, count: &tree::Expr<'c>) -> ExprIx {
        let value = self.expr(value);
        if let tree::Expr::Literal(_) = count {
            return value;
        }
        let statements = vec![Statement::Value(self.expr(count))];
        self.push_expr(Expr::Block {
            kind: BlockKind::Plain,
            statements,
            value: Some(value),
        })
    }

    fn statement(
        &mut self,
        statement: &tree::Statement<'c>,
        statements: &mut Vec<Statement>,
        value: &mut Option<ExprIx>,
    ) {
        match &statement.kind {
            tree::StatementKind::Item(item) => self.whole_item(item),
            tree::StatementKind::Local(local) => self.under(statement.attributes, |this| {
                let kept = this.let_statement(local);
                statements.push(kept);
            }),
            tree::StatementKind::Expr(expression, has_semicolon) => {
                self.under(statement.attributes, |this| {
                    let kept = this.expr(expression);
                    if *has_semicolon {
                        statements.push(Statement::Value(kept));
                    } else {
                        *value = Some(kept);
                    }
                });
            }
            tree::StatementKind::Macro(call, _) if defines_items(statement) => {
                self.under(statement.attributes, |this| this.macro_in_items(call));
            }
            tree::StatementKind::Macro(call, has_semicolon) => {
                self.under(statement.attributes, |this| {
                    let kept = this.macro_in_body(call, Position::Statement);
                    if let Some(pinned) = this.pinned(call, kept) {
                        statements.extend([Statement::Value(kept), pinned]);
                    } else if *has_semicolon {
                        statements.push(Statement::Value(kept));
                    } else {
                        *value = Some(kept);
                    }
                });
            }
        }
    }

    /// `pin_mut!(x);` and `tokio::pin!(x);` bind the name anew, to what the call gives.
    fn pinned(&mut self, mac: &tree::Macro<'c>, call: ExprIx) -> Option<Statement> {
        let last = mac.path.last()?;
        if last.ident != "pin_mut" && last.ident != "pin" {
            return None;
        }
        let [only] = mac.tokens else { return None };
        let name: Ident = only.ident().filter(|it| !it.word.is_reserved())?;
        let path = match self.bodies.expressions.get(call as usize)? {
            Expr::Macro { path, .. } => *path,
            _ => return None,
        };
        let pinned = self.local(name)?;
        let pinned = self.push_expr(Expr::Local(pinned));
        let value = self.push_expr(Expr::Macro {
            path,
            call: None,
            arguments: vec![pinned],
        });
        let local = self.bind(name, false);
        Some(Statement::Let {
            pattern: self.push_pattern(Pattern::Bind {
                local,
                reference: None,
                sub: None,
                constant: None,
            }),
            ty: None,
            value: Some(value),
            otherwise: None,
        })
    }

    fn let_statement(&mut self, local: &tree::Local<'c>) -> Statement {
        let value = local.value.as_ref().map(|it| self.expr(it));
        let otherwise = local.otherwise.as_ref().map(|it| self.block(it));
        let ty = local.ty.as_ref().map(|ty| self.ty(ty));
        Statement::Let {
            pattern: self.pattern(&local.pattern),
            ty,
            value,
            otherwise,
        }
    }

    /// What a literal is (<https://doc.rust-lang.org/reference/tokens.html#literals>).
    fn literal(&self, token: &Token) -> Literal {
        if matches!(token.word, Word::True | Word::False) {
            return Literal::Primitive(name("bool"));
        }
        let text = self.home.literal(token);
        let bytes = text.as_bytes();
        match (bytes.first(), bytes.get(1)) {
            (Some(b'"' | b'r'), _) => Literal::Str,
            (Some(b'b'), Some(b'\'')) => Literal::Primitive(name("u8")),
            (Some(b'b'), _) => Literal::Bytes,
            (Some(b'c'), _) => Literal::CStr,
            (Some(b'\''), _) => Literal::Primitive(name("char")),
            _ => number_literal(text),
        }
    }
}

fn number_literal(text: &str) -> Literal {
    const INTEGERS: [&str; 12] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    ];
    let is_hexadecimal = text.starts_with("0x");
    let suffix = INTEGERS.iter().find(|it| text.ends_with(*it));
    if let Some(suffix) = suffix {
        return Literal::Primitive(name(suffix));
    }
    let floats = ["f16", "f32", "f64", "f128"];
    if let Some(suffix) = floats
        .iter()
        .find(|it| text.ends_with(*it) && !is_hexadecimal)
    {
        return Literal::Primitive(name(suffix));
    }
    let has_prefix = is_hexadecimal || text.starts_with("0b") || text.starts_with("0o");
    if !has_prefix && text.contains(['.', 'e', 'E']) {
        return Literal::Float;
    }
    Literal::Integer
}

fn binary(operator: tree::Operator) -> Binary {
    match operator {
        tree::Operator::Arithmetic(method) => Binary::Arithmetic(method),
        tree::Operator::Compound => Binary::Compound,
        tree::Operator::Comparison => Binary::Comparison,
        tree::Operator::Logic => Binary::Logic,
    }
}
