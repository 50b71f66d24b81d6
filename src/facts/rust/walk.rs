//! One walk over a syntax tree that fills [`FileFacts`]: which part of the syntax opens which frame, and where a path stands.

use syn::Attribute;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};

use super::allowances;
use super::attributes::{expression_attributes, has_word, item_attributes};
use super::collector::{Collector, Origin, defines_items};
use crate::base::{ReferenceKind, name};
use crate::facts::{Anchor, Certainty, FileFacts, Namespace};

/// Walks a parsed file. `skipped` is the number of bytes in front of the parsed part.
pub(super) fn walk(text: &str, file: &syn::File, skipped: usize) -> FileFacts {
    let mut collector = Collector::new(skipped);
    if collector.enter_cfg(&file.attrs) {
        collector.attributes(&file.attrs);
        for item in &file.items {
            collector.visit_item(item);
        }
    }
    let mut facts = collector.facts;
    facts.macro_use = has_word(&file.attrs, "macro_use");
    if allowances::mentions(text) {
        (facts.allowances, facts.malformed_allowances) = allowances::allowances(text, file);
    }
    facts
}

/// Walks the items of an expansion.
pub(super) fn walk_expansion(file: &syn::File, origin: Origin) -> FileFacts {
    let mut collector = Collector::new(origin.arguments.unwrap_or(0) as usize);
    collector.expansion = Some(origin);
    for item in &file.items {
        collector.visit_item(item);
    }
    collector.facts
}

impl Collector {
    /// Binds what an identifier pattern brings, or records the constant that it may name.
    pub(super) fn pattern_ident(&mut self, pattern: &syn::PatIdent) {
        let is_binding =
            pattern.by_ref.is_some() || pattern.mutability.is_some() || pattern.subpat.is_some();
        let text = pattern.ident.unraw().to_string();
        let may_be_constant = !is_binding && text.starts_with(|c: char| c.is_uppercase());
        if may_be_constant {
            let span = self.span(pattern.ident.span());
            let role = (ReferenceKind::Path, Namespace::Value, Certainty::Maybe);
            self.push_path(Anchor::Lexical, [name(&text)], span, role);
        }
        self.bind(&pattern.ident, may_be_constant);
        if let Some((_, pattern)) = &pattern.subpat {
            self.visit_pat(pattern);
        }
    }
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let outer = self.leave_function();
        self.under(item_attributes(item), |this| this.item(item));
        self.return_to(outer);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.block_scope(&block.stmts, |this| {
            for statement in &block.stmts {
                this.visit_stmt(statement);
            }
        });
    }

    fn visit_stmt(&mut self, statement: &'ast syn::Stmt) {
        match statement {
            syn::Stmt::Local(local) => self.under(&local.attrs, |this| this.visit_local(local)),
            syn::Stmt::Item(item) => self.visit_item(item),
            syn::Stmt::Expr(expression, _) => {
                self.under(expression_attributes(expression), |this| {
                    this.visit_expr(expression);
                });
            }
            syn::Stmt::Macro(inner) if defines_items(statement) => {
                self.under(&inner.attrs, |this| this.macro_in_items(&inner.mac));
            }
            syn::Stmt::Macro(statement) => {
                self.under(&statement.attrs, |this| this.macro_in_body(&statement.mac));
            }
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.visit_expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.visit_expr(diverge);
            }
        }
        self.visit_pat(&local.pat);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.frame(|this| visit::visit_expr_closure(this, closure));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.under(&arm.attrs, |this| {
            this.frame(|this| {
                this.visit_pat(&arm.pat);
                this.visit_expr(&arm.body);
            });
        });
    }

    fn visit_expr_if(&mut self, expression: &'ast syn::ExprIf) {
        self.frame(|this| {
            this.visit_expr(&expression.cond);
            this.visit_block(&expression.then_branch);
        });
        if let Some((_, otherwise)) = &expression.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_while(&mut self, expression: &'ast syn::ExprWhile) {
        self.frame(|this| {
            this.visit_expr(&expression.cond);
            this.visit_block(&expression.body);
        });
    }

    fn visit_expr_for_loop(&mut self, expression: &'ast syn::ExprForLoop) {
        self.visit_expr(&expression.expr);
        self.frame(|this| {
            this.visit_pat(&expression.pat);
            this.visit_block(&expression.body);
        });
    }

    fn visit_expr_let(&mut self, expression: &'ast syn::ExprLet) {
        self.visit_expr(&expression.expr);
        self.visit_pat(&expression.pat);
    }

    fn visit_expr_path(&mut self, expression: &'ast syn::ExprPath) {
        self.qualified(
            expression.qself.as_ref(),
            &expression.path,
            ReferenceKind::Path,
            Namespace::Value,
        );
    }

    fn visit_expr_struct(&mut self, expression: &'ast syn::ExprStruct) {
        self.qualified(
            expression.qself.as_ref(),
            &expression.path,
            ReferenceKind::Path,
            Namespace::Type,
        );
        for field in &expression.fields {
            self.under(&field.attrs, |this| this.visit_expr(&field.expr));
        }
        if let Some(rest) = &expression.rest {
            self.visit_expr(rest);
        }
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.pattern_ident(pattern);
    }

    fn visit_field_pat(&mut self, field: &'ast syn::FieldPat) {
        match (&field.colon_token, &*field.pat) {
            (None, syn::Pat::Ident(pattern)) => self.bind(&pattern.ident, false),
            (_, pattern) => self.visit_pat(pattern),
        }
    }

    fn visit_pat_struct(&mut self, pattern: &'ast syn::PatStruct) {
        self.qualified(
            pattern.qself.as_ref(),
            &pattern.path,
            ReferenceKind::Path,
            Namespace::Type,
        );
        for field in &pattern.fields {
            self.visit_field_pat(field);
        }
    }

    fn visit_pat_tuple_struct(&mut self, pattern: &'ast syn::PatTupleStruct) {
        self.qualified(
            pattern.qself.as_ref(),
            &pattern.path,
            ReferenceKind::Path,
            Namespace::Value,
        );
        for element in &pattern.elems {
            self.visit_pat(element);
        }
    }

    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        self.qualified(
            ty.qself.as_ref(),
            &ty.path,
            ReferenceKind::Type,
            Namespace::Type,
        );
    }

    fn visit_trait_bound(&mut self, bound: &'ast syn::TraitBound) {
        self.path_role(&bound.path, ReferenceKind::Type, Namespace::Type);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path_role(path, ReferenceKind::Path, Namespace::Any);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.under(&field.attrs, |this| this.visit_type(&field.ty));
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.macro_in_body(mac);
    }

    /// A visibility is no dependency.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    /// Attributes are read where their condition is known; those of expressions name nothing that matters here.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
