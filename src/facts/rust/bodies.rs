//! Expressions, as they are walked: the paths in them are recorded, and their shape is kept for inference.

use super::attributes::expression_attributes;
use super::collector::{Collector, defines_items, name_of};
use super::types::mutability;
use crate::base::{ReferenceKind, name, number};
use crate::facts::code::{
    Arguments, Arm, Binary, BlockKind, Body, Expr, ExprIx, Literal, Owner, Pattern, PatternIx,
    Statement, ValuePath,
};
use crate::facts::{Namespace, Position};

impl Collector<'_> {
    pub(super) fn push_expr(&mut self, expression: Expr) -> ExprIx {
        let expressions = &mut self.facts.code.expressions;
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
    pub(super) fn expr(&mut self, expression: &syn::Expr) -> ExprIx {
        let kept = match expression {
            syn::Expr::Group(inner) => return self.expr(&inner.expr),
            syn::Expr::Paren(inner) => return self.expr(&inner.expr),
            syn::Expr::Block(inner) => return self.block(&inner.block),
            syn::Expr::Unsafe(inner) => return self.block(&inner.block),
            syn::Expr::Const(inner) => return self.block(&inner.block),
            syn::Expr::TryBlock(inner) => {
                let block = self.block(&inner.block);
                Expr::Unknown(vec![block])
            }
            syn::Expr::Async(inner) => return self.async_block(&inner.block),
            syn::Expr::Macro(inner) => return self.macro_in_body(&inner.mac, Position::Expression),
            syn::Expr::Path(inner) => {
                self.value_path(inner.qself.as_ref(), &inner.path, Namespace::Value)
            }
            syn::Expr::Lit(inner) => Expr::Literal(literal(&inner.lit)),
            syn::Expr::Call(inner) => {
                let function = self.expr(&inner.func);
                let arguments = self.exprs(&inner.args);
                Expr::Call {
                    function,
                    arguments,
                }
            }
            syn::Expr::MethodCall(inner) => self.method_call(inner),
            syn::Expr::Field(inner) => {
                let of = self.expr(&inner.base);
                let (name, site) = self.member_site(&inner.member);
                Expr::Field { of, name, site }
            }
            syn::Expr::Struct(inner) => self.struct_literal(inner),
            syn::Expr::Closure(inner) => self.closure(inner),
            syn::Expr::Reference(inner) => {
                Expr::Reference(mutability(inner.mutability), self.expr(&inner.expr))
            }
            syn::Expr::RawAddr(inner) => Expr::Unknown(vec![self.expr(&inner.expr)]),
            syn::Expr::Unary(inner) => {
                let value = self.expr(&inner.expr);
                match inner.op {
                    syn::UnOp::Deref(_) => Expr::Dereference(value),
                    _ => Expr::Unary(value),
                }
            }
            syn::Expr::Binary(inner) => {
                let left = self.expr(&inner.left);
                let right = self.expr(&inner.right);
                Expr::Binary {
                    operator: binary(&inner.op),
                    left,
                    right,
                }
            }
            syn::Expr::Try(inner) => Expr::Try(self.expr(&inner.expr)),
            syn::Expr::Await(inner) => Expr::Await(self.expr(&inner.base)),
            syn::Expr::Tuple(inner) => Expr::Tuple(self.exprs(&inner.elems)),
            syn::Expr::Array(inner) => Expr::Array(self.exprs(&inner.elems)),
            syn::Expr::Index(inner) => {
                let of = self.expr(&inner.expr);
                let index = self.expr(&inner.index);
                Expr::Index { of, index }
            }
            syn::Expr::Cast(inner) => {
                let value = self.expr(&inner.expr);
                let ty = self.ty(&inner.ty);
                Expr::Cast { value, ty }
            }
            other => self.control_flow(other),
        };
        self.push_expr(kept)
    }

    /// The rest of [`Collector::expr`]: what decides which code runs.
    fn control_flow(&mut self, expression: &syn::Expr) -> Expr {
        match expression {
            syn::Expr::If(inner) => self.if_else(inner),
            syn::Expr::Match(inner) => self.match_expression(inner),
            syn::Expr::Let(inner) => {
                let value = self.expr(&inner.expr);
                let pattern = self.pattern(&inner.pat);
                Expr::Let { pattern, value }
            }
            syn::Expr::While(inner) => self.framed(|this| {
                let condition = this.expr(&inner.cond);
                let body = this.block(&inner.body);
                Expr::While { condition, body }
            }),
            syn::Expr::ForLoop(inner) => {
                let iterated = self.expr(&inner.expr);
                self.framed(|this| {
                    let pattern = this.pattern(&inner.pat);
                    let body = this.block(&inner.body);
                    Expr::For {
                        pattern,
                        iterated,
                        body,
                    }
                })
            }
            syn::Expr::Loop(inner) => Expr::Loop(self.block(&inner.body)),
            syn::Expr::Assign(inner) => {
                let left = self.expr(&inner.left);
                let right = self.expr(&inner.right);
                Expr::Assign { left, right }
            }
            syn::Expr::Range(inner) => {
                let from = inner.start.as_ref().map(|it| self.expr(it));
                let to = inner.end.as_ref().map(|it| self.expr(it));
                Expr::Range {
                    from,
                    to,
                    is_inclusive: matches!(inner.limits, syn::RangeLimits::Closed(_)),
                }
            }
            syn::Expr::Repeat(inner) => Expr::Array(vec![self.repeated(&inner.expr, &inner.len)]),
            syn::Expr::Return(inner) => Expr::Return(inner.expr.as_ref().map(|it| self.expr(it))),
            syn::Expr::Break(inner) => Expr::Break(inner.expr.as_ref().map(|it| self.expr(it))),
            syn::Expr::Continue(_) => Expr::Continue,
            syn::Expr::Yield(inner) => {
                let value = inner.expr.as_ref().map(|it| self.expr(it));
                Expr::Unknown(value.into_iter().collect())
            }
            _ => Expr::Unknown(Vec::new()),
        }
    }

    fn exprs<'e>(&mut self, all: impl IntoIterator<Item = &'e syn::Expr>) -> Vec<ExprIx> {
        all.into_iter().map(|it| self.expr(it)).collect()
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
        qself: Option<&syn::QSelf>,
        path: &syn::Path,
        namespace: Namespace,
    ) -> Expr {
        let local = path.get_ident().and_then(|ident| self.local(ident));
        let path = self.path_parts(qself, path, ReferenceKind::Path, namespace);
        match (local, path) {
            (Some(local), _) => Expr::Local(local),
            (None, Some(path)) => Expr::Path(path),
            (None, None) => Expr::Unknown(Vec::new()),
        }
    }

    fn method_call(&mut self, call: &syn::ExprMethodCall) -> Expr {
        let receiver = self.expr(&call.receiver);
        let generics = call.turbofish.as_ref();
        let generics = generics.map_or_else(Arguments::default, |it| self.arguments(it));
        let site = self.site(call.method.span());
        let arguments = self.exprs(&call.args);
        Expr::MethodCall {
            receiver,
            name: name_of(&call.method),
            generics,
            arguments,
            site,
        }
    }

    fn struct_literal(&mut self, literal: &syn::ExprStruct) -> Expr {
        let kind = ReferenceKind::Path;
        let qself = literal.qself.as_ref();
        let path: Option<ValuePath> = self.path_parts(qself, &literal.path, kind, Namespace::Type);
        let mut fields = Vec::new();
        for field in &literal.fields {
            self.under(&field.attrs, |this| {
                let (member, site) = this.member_site(&field.member);
                let value = this.expr(&field.expr);
                fields.push((member, site, value));
            });
        }
        let rest = literal.rest.as_ref().map(|it| self.expr(it));
        Expr::Struct { path, fields, rest }
    }

    fn closure(&mut self, closure: &syn::ExprClosure) -> Expr {
        self.framed(|this| {
            let mut parameters = Vec::new();
            for input in &closure.inputs {
                let (pattern, ty) = match input {
                    syn::Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
                    other => (other, None),
                };
                let ty = ty.map(|ty| this.ty(ty));
                let pattern = this.pattern(pattern);
                parameters.push((pattern, ty));
            }
            let result = match &closure.output {
                syn::ReturnType::Default => None,
                syn::ReturnType::Type(_, ty) => Some(this.ty(ty)),
            };
            Expr::Closure {
                parameters,
                result,
                body: this.expr(&closure.body),
                is_async: closure.asyncness.is_some(),
            }
        })
    }

    fn if_else(&mut self, expression: &syn::ExprIf) -> Expr {
        let (condition, then) = self.framed(|this| {
            let condition = this.expr(&expression.cond);
            (condition, this.block(&expression.then_branch))
        });
        let otherwise = expression.else_branch.as_ref();
        Expr::If {
            condition,
            then,
            otherwise: otherwise.map(|(_, it)| self.expr(it)),
        }
    }

    fn match_expression(&mut self, expression: &syn::ExprMatch) -> Expr {
        let value = self.expr(&expression.expr);
        let mut arms = Vec::new();
        for arm in &expression.arms {
            self.under(&arm.attrs, |this| {
                let arm = this.framed(|this| this.arm(arm));
                arms.push(arm);
            });
        }
        Expr::Match { value, arms }
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        let (pattern, guard) = match &arm.pat {
            syn::Pat::Guard(inner) => (&*inner.pat, Some(&*inner.guard)),
            other => (other, None),
        };
        let pattern = self.pattern(pattern);
        let guard = guard.map(|it| self.expr(it));
        Arm {
            pattern,
            guard,
            value: self.expr(&arm.body),
        }
    }

    /// Walks a block; gives it.
    pub(super) fn block(&mut self, block: &syn::Block) -> ExprIx {
        let kept = self.block_of(BlockKind::Plain, &block.stmts);
        self.push_expr(kept)
    }

    fn async_block(&mut self, block: &syn::Block) -> ExprIx {
        let kept = self.block_of(BlockKind::Async, &block.stmts);
        self.push_expr(kept)
    }

    pub(super) fn block_of(&mut self, kind: BlockKind, all: &[syn::Stmt]) -> Expr {
        let mut statements = Vec::new();
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
    pub(super) fn repeated(&mut self, value: &syn::Expr, count: &syn::Expr) -> ExprIx {
        let value = self.expr(value);
        if let syn::Expr::Lit(_) = count {
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
        statement: &syn::Stmt,
        statements: &mut Vec<Statement>,
        value: &mut Option<ExprIx>,
    ) {
        match statement {
            syn::Stmt::Local(local) => self.under(&local.attrs, |this| {
                let kept = this.let_statement(local);
                statements.push(kept);
            }),
            syn::Stmt::Item(item) => syn::visit::Visit::visit_item(self, item),
            syn::Stmt::Expr(expression, semicolon) => {
                self.under(expression_attributes(expression), |this| {
                    let kept = this.expr(expression);
                    match semicolon {
                        Some(_) => statements.push(Statement::Value(kept)),
                        None => *value = Some(kept),
                    }
                });
            }
            syn::Stmt::Macro(inner) if defines_items(statement) => {
                self.under(&inner.attrs, |this| this.macro_in_items(&inner.mac));
            }
            syn::Stmt::Macro(inner) => self.under(&inner.attrs, |this| {
                let kept = this.macro_in_body(&inner.mac, Position::Statement);
                if let Some(pinned) = this.pinned(&inner.mac, kept) {
                    statements.extend([Statement::Value(kept), pinned]);
                    return;
                }
                match inner.semi_token {
                    Some(_) => statements.push(Statement::Value(kept)),
                    None => *value = Some(kept),
                }
            }),
        }
    }

    /// `pin_mut!(x);` and `tokio::pin!(x);` bind the name anew, to what the call gives.
    fn pinned(&mut self, mac: &syn::Macro, call: ExprIx) -> Option<Statement> {
        let last = mac.path.segments.last()?;
        if last.ident != "pin_mut" && last.ident != "pin" {
            return None;
        }
        let name: syn::Ident = syn::parse2(mac.tokens.clone()).ok()?;
        let path = match self.facts.code.expressions.get(call as usize)? {
            Expr::Macro { path, .. } => *path,
            _ => return None,
        };
        let pinned = self.local(&name)?;
        let pinned = self.push_expr(Expr::Local(pinned));
        let value = self.push_expr(Expr::Macro {
            path,
            call: None,
            arguments: vec![pinned],
        });
        let local = self.bind(&name, false);
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

    fn let_statement(&mut self, local: &syn::Local) -> Statement {
        let mut value = None;
        let mut otherwise = None;
        if let Some(init) = &local.init {
            value = Some(self.expr(&init.expr));
            otherwise = init.diverge.as_ref().map(|(_, it)| self.expr(it));
        }
        let (pattern, ty) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            other => (other, None),
        };
        let ty = ty.map(|ty| self.ty(ty));
        Statement::Let {
            pattern: self.pattern(pattern),
            ty,
            value,
            otherwise,
        }
    }
}

fn literal(literal: &syn::Lit) -> Literal {
    let suffixed = |suffix: &str, otherwise| match suffix {
        "" => otherwise,
        suffix => Literal::Primitive(name(suffix)),
    };
    match literal {
        syn::Lit::Str(_) => Literal::Str,
        syn::Lit::ByteStr(_) => Literal::Bytes,
        syn::Lit::CStr(_) => Literal::CStr,
        syn::Lit::Byte(_) => Literal::Primitive(name("u8")),
        syn::Lit::Char(_) => Literal::Primitive(name("char")),
        syn::Lit::Bool(_) => Literal::Primitive(name("bool")),
        syn::Lit::Int(literal) => suffixed(literal.suffix(), Literal::Integer),
        syn::Lit::Float(literal) => suffixed(literal.suffix(), Literal::Float),
        _ => Literal::Integer,
    }
}

fn binary(operator: &syn::BinOp) -> Binary {
    match operator {
        syn::BinOp::Add(_) => Binary::Arithmetic("add"),
        syn::BinOp::Sub(_) => Binary::Arithmetic("sub"),
        syn::BinOp::Mul(_) => Binary::Arithmetic("mul"),
        syn::BinOp::Div(_) => Binary::Arithmetic("div"),
        syn::BinOp::Rem(_) => Binary::Arithmetic("rem"),
        syn::BinOp::BitXor(_) => Binary::Arithmetic("bitxor"),
        syn::BinOp::BitAnd(_) => Binary::Arithmetic("bitand"),
        syn::BinOp::BitOr(_) => Binary::Arithmetic("bitor"),
        syn::BinOp::Shl(_) => Binary::Arithmetic("shl"),
        syn::BinOp::Shr(_) => Binary::Arithmetic("shr"),
        syn::BinOp::And(_) | syn::BinOp::Or(_) => Binary::Logic,
        syn::BinOp::Eq(_)
        | syn::BinOp::Ne(_)
        | syn::BinOp::Lt(_)
        | syn::BinOp::Le(_)
        | syn::BinOp::Gt(_)
        | syn::BinOp::Ge(_) => Binary::Comparison,
        _ => Binary::Compound,
    }
}
