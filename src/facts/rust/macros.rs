//! Macro calls and definitions: what their arguments say.
//!
//! Arguments that parse as Rust are walked as Rust; everything else is left to [`super::scan`].

use super::collector::Collector;
use super::extent::has_semicolon;
use super::nested::Written;
use super::scan::{Surroundings, is_punct};
use super::shapes::{self, Arms, Matches};
use super::syntax::token::{Delimiter, Kind, Token, Word};
use super::syntax::tree::{self, Macro, Path, Statement};
use super::syntax::{Parser, text_of};
use crate::base::{ReferenceKind, Span, name, number};
use crate::facts::code::{Arm, BlockKind, Expr, ExprIx, Literal};
use crate::facts::{Anchor, ItemKind, MacroCall, Namespace, Position, Reading, Tokens, Visibility};

/// Macros whose arguments are text, or code for somebody else.
const NAME_NOTHING: [&str; 15] = [
    "column",
    "compile_error",
    "concat",
    "env",
    "file",
    "include_bytes",
    "include_str",
    "line",
    "module_path",
    "option_env",
    "parse_quote",
    "parse_quote_spanned",
    "quote",
    "quote_spanned",
    "stringify",
];

/// Macros of well-known crates that define their first argument.
const DEFINES_FIRST_NAME: [&str; 2] = ["custom_keyword", "custom_punctuation"];

/// Arguments that are Rust as a whole.
enum Arguments<'c> {
    Expressions(&'c [tree::Expr<'c>]),
    Statements(&'c [Statement<'c>]),
}

impl<'c> Collector<'c> {
    /// A macro call where items stand.
    pub(super) fn macro_in_items(&mut self, mac: &Macro<'c>) {
        let last = last_word(&mac.path);
        let arguments = self.arguments_span(mac);
        if last == "include" {
            self.include(mac, arguments);
            return;
        }
        let Some(path) = self.macro_name(&mac.path) else {
            return;
        };
        if self.module_folder(mac, arguments) {
            return;
        }
        let from = self.facts.mark();
        let outer = std::mem::replace(&mut self.in_macro, true);
        self.item_arguments(last, mac.tokens);
        self.in_macro = outer;
        let call = MacroCall {
            scope: self.scope,
            path,
            span: self.call_span(mac),
            position: Position::Items,
            around: None,
            arguments: self.kept_tokens(mac),
            cfg: self.cfg,
            read: Reading {
                from,
                to: self.facts.mark(),
            },
        };
        self.facts.macro_calls.push(call);
    }

    /// The tokens between the delimiters, for later.
    pub(super) fn kept_tokens(&self, mac: &Macro<'c>) -> Tokens {
        let is_text = match self.expansion {
            Some(origin) => origin.arguments.is_some() && !self.is_of_definition(mac.open),
            None => true,
        };
        if is_text {
            Tokens::Text(self.arguments_span(mac))
        } else {
            Tokens::Written(text_of(self.home, mac.tokens))
        }
    }

    /// A macro call in an expression, a statement, a pattern, a type or an `impl`.
    pub(super) fn macro_in_body(&mut self, mac: &Macro<'c>, position: Position) -> ExprIx {
        let path = self.macro_name(&mac.path);
        if let Some(nested) = self.nested
            && let Some(tokens) = nested.expand(mac)
            && let Some(written) = Written::parse(self.home, tokens, position)
        {
            let value = nested.within(|| self.written(&written));
            return value.unwrap_or_else(|| self.push_expr(Expr::Unknown(Vec::new())));
        }
        let last = last_word(&mac.path);
        let mut arguments = Vec::new();
        let from = self.facts.mark();
        if !NAME_NOTHING.contains(&last) {
            let outer = std::mem::replace(&mut self.in_macro, true);
            self.frame(|this| arguments = this.body_arguments(last, mac.tokens));
            self.in_macro = outer;
        }
        let call = path.map(|path| {
            let call = MacroCall {
                position,
                around: Some(Box::new(self.around())),
                scope: self.scope,
                path,
                span: self.call_span(mac),
                arguments: self.kept_tokens(mac),
                cfg: self.cfg,
                read: Reading {
                    from,
                    to: self.facts.mark(),
                },
            };
            self.facts.macro_calls.push(call);
            number(self.facts.macro_calls.len() - 1)
        });
        self.push_expr(Expr::Macro {
            path,
            call,
            arguments,
        })
    }

    /// Walks what a macro call in a body writes; gives the expression that it amounts to.
    pub(super) fn written(&mut self, written: &Written<'c>) -> Option<ExprIx> {
        match written {
            Written::Expression(expression) => Some(self.framed(|this| this.expr(expression))),
            Written::Statements(statements) => {
                let block = self.block_of(BlockKind::Plain, statements);
                Some(self.push_expr(block))
            }
            Written::Type(ty) => {
                self.ty(ty);
                None
            }
            Written::Pattern(pattern) => {
                self.framed(|this| this.pattern(pattern));
                None
            }
            Written::Items(items) => {
                self.items(items);
                None
            }
            Written::ImplItems(items) => {
                if let Some(Anchor::SelfOfImpl(owner)) = self.self_anchor {
                    for item in *items {
                        self.impl_item(owner as usize, item);
                    }
                }
                None
            }
            Written::TraitItems(items) => {
                if let Some(Anchor::SelfOfItem(owner)) = self.self_anchor {
                    for item in *items {
                        self.trait_item(owner as usize, item);
                    }
                }
                None
            }
            Written::ForeignItems(items) => {
                for item in *items {
                    self.foreign_item(item);
                }
                None
            }
        }
    }

    /// The body of a `macro_rules!`: the `$crate` paths in what it writes. What its other paths mean is decided where it
    /// is called (<https://doc.rust-lang.org/reference/macros-by-example.html#hygiene>).
    pub(super) fn macro_definition(&mut self, tokens: &[Token]) {
        let outer = std::mem::replace(&mut self.in_macro, true);
        // `(matcher) => { transcriber };`: only the transcriber is code.
        let mut behind_arrow = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token.kind {
                Kind::Open(_) if behind_arrow => {
                    self.scan(
                        &tokens[at + 1..at + token.length() - 1],
                        Surroundings::Rules,
                    );
                    behind_arrow = false;
                }
                Kind::Punct(b'>') => behind_arrow = at > 0 && is_punct(tokens.get(at - 1), b'='),
                _ => {}
            }
            at += token.length();
        }
        self.in_macro = outer;
    }

    /// `macro name(…) { … }`.
    pub(super) fn macro_two(&mut self, tokens: &[Token]) {
        let outer = std::mem::replace(&mut self.in_macro, true);
        self.defined_names(tokens);
        self.scan(tokens, Surroundings::Definition);
        self.in_macro = outer;
    }

    fn macro_name(&mut self, path: &Path<'c>) -> Option<u32> {
        let certainty = self.role_certainty();
        self.push_tree_path(path, ReferenceKind::Macro, Namespace::Macro, certainty)
    }

    /// The whole call.
    fn call_span(&self, mac: &Macro<'c>) -> Span {
        let first = mac.path.segments.first();
        self.between(first.map_or(mac.open, |it| it.ident.span), mac.close)
    }

    fn arguments_span(&self, mac: &Macro<'c>) -> Span {
        Span::new(self.span(mac.open).end, self.span(mac.close).start)
    }

    fn item_arguments(&mut self, macro_name: &str, tokens: &'c [Token]) {
        if DEFINES_FIRST_NAME.contains(&macro_name) {
            if let Some(ident) = tokens.first().and_then(Token::ident) {
                self.push_item(ident, ItemKind::TupleStruct, Visibility::Public);
            }
            return;
        }
        if self.well_known_items(macro_name, tokens) {
            return;
        }
        if let Some(file) = self.whole(without_static_ref(self, tokens), Parser::file) {
            self.items(file.items);
            return;
        }
        self.defined_names(tokens);
        let mut arms = Arms::default();
        // What was not read as items yet, and what stands in front of the next brace.
        let (mut unread, mut head, mut at) = (0, 0, 0);
        while let Some(token) = tokens.get(at) {
            let brace = at;
            at += token.length();
            if token.kind != Kind::Open(Delimiter::Brace) {
                continue;
            }
            // `cfg_if! { if #[cfg(…)] { items } else { items } }`, `cfg_select! { … => { items } … }`
            let outer = self.cfg;
            let condition = arms.next(self.home, &tokens[head..brace]);
            let is_never = condition.is_some_and(|it| !self.push_cfg(it));
            let is_items = is_never || self.brace_of_items(&tokens[brace + 1..at - 1]);
            self.cfg = outer;
            if is_items {
                self.scan(&tokens[unread..brace], Surroundings::Call);
                unread = at;
            }
            head = at;
        }
        self.scan(&tokens[unread..], Surroundings::Call);
    }

    fn brace_of_items(&mut self, inside: &'c [Token]) -> bool {
        if inside.is_empty() {
            return false;
        }
        let Some(file) = self.whole(inside, Parser::file) else {
            return false;
        };
        self.items(file.items);
        true
    }

    /// `struct Name`, `fn name`, … at the top level of tokens that are no Rust: these names come to exist.
    fn defined_names(&mut self, tokens: &[Token]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).and_then(Token::ident);
            at += token.length();
            let Some(ident) = next else { continue };
            let kind = match token.word {
                Word::Struct => ItemKind::TupleStruct,
                Word::Enum => ItemKind::Enum,
                Word::Fn => ItemKind::Function,
                Word::Trait => ItemKind::Trait,
                Word::Type => ItemKind::TypeAlias,
                Word::Const => ItemKind::Const,
                Word::Static | Word::Ref => ItemKind::Static,
                Word::Union => ItemKind::Union,
                Word::Macro => ItemKind::Macro,
                _ => continue,
            };
            if !matches!(ident.word, Word::Ref | Word::Fn | Word::Mut | Word::Unsafe) {
                self.push_item(ident, kind, Visibility::Public);
            }
        }
    }

    /// Reads the arguments of a call in a body; gives the expressions among them.
    fn body_arguments(&mut self, macro_name: &str, tokens: &'c [Token]) -> Vec<ExprIx> {
        if tokens.is_empty() {
            return Vec::new();
        }
        if let Some(read) = self.well_known(macro_name, tokens) {
            return read;
        }
        if macro_name.contains("matches")
            && let Some(found) = self.whole(tokens, shapes::matches)
        {
            return vec![self.matches(&found)];
        }
        match self.arguments_as_code(tokens) {
            Some(Arguments::Expressions(expressions)) => {
                self.captures(macro_name, expressions);
                expressions.iter().map(|it| self.argument(it)).collect()
            }
            Some(Arguments::Statements(statements)) => {
                let block = self.block_of(BlockKind::Plain, statements);
                vec![self.push_expr(block)]
            }
            None => self.pieces(tokens),
        }
    }

    fn arguments_as_code(&self, tokens: &'c [Token]) -> Option<Arguments<'c>> {
        if !has_semicolon(tokens)
            && let Some(expressions) = self.whole(tokens, Parser::exprs)
        {
            return Some(Arguments::Expressions(expressions));
        }
        let statements = self.whole(tokens, Parser::statements)?;
        Some(Arguments::Statements(statements))
    }

    /// Arguments that are not all expressions, each for itself: `assert_snapshot!(value, @"text")`,
    /// `info!(target: "x", %error, ?kind)`.
    fn pieces(&mut self, tokens: &'c [Token]) -> Vec<ExprIx> {
        let mut kept = Vec::new();
        let mut from = 0;
        while from <= tokens.len() {
            let mut to = from;
            while let Some(token) = tokens.get(to).filter(|it| !it.is_punct(b',')) {
                to += token.length();
            }
            let piece = &tokens[from..to];
            from = to + 1;
            let has_sigil = is_punct(piece.first(), b'%') || is_punct(piece.first(), b'?');
            match self.whole(&piece[usize::from(has_sigil)..], Parser::expr) {
                Some(expression) => {
                    let argument = self.argument(&expression);
                    kept.push(argument);
                }
                None => self.scan(piece, Surroundings::Call),
            }
        }
        kept
    }

    /// `matches!(value, pattern if guard)` is a `match`.
    fn matches(&mut self, found: &Matches<'c>) -> ExprIx {
        let value = self.expr(&found.value);
        let arm = self.framed(|this| {
            let pattern = this.pattern(&found.pattern);
            let guard = found.guard.as_ref().map(|it| this.expr(it));
            let value = this.push_expr(Expr::Literal(Literal::Primitive(name("bool"))));
            Arm {
                pattern,
                guard,
                value,
            }
        });
        self.scan(found.rest, Surroundings::Call);
        self.push_expr(Expr::Match {
            value,
            arms: vec![arm],
        })
    }

    /// One argument; the name in `name = value` is the macro's own.
    fn argument(&mut self, expression: &tree::Expr<'c>) -> ExprIx {
        match *expression {
            tree::Expr::Assign(tree::Expr::Path(None, path), value) if path.only().is_some() => {
                self.expr(value)
            }
            ref other => self.expr(other),
        }
    }
}

fn last_word<'a>(path: &Path<'a>) -> &'a str {
    path.last()
        .map_or("", |segment| segment.ident.name.as_str())
}

/// `static ref NAME: Type = value;` of `lazy_static` is an item but for one word, which is left out here.
fn without_static_ref<'c>(collector: &Collector<'c>, tokens: &'c [Token]) -> &'c [Token] {
    let is_ref =
        |at: usize| tokens[at].word == Word::Ref && at > 0 && tokens[at - 1].word == Word::Static;
    if !(0..tokens.len()).any(is_ref) {
        return tokens;
    }
    let mut at = 0;
    let mut kept = Vec::with_capacity(tokens.len());
    while let Some(token) = tokens.get(at) {
        // Only those outside of groups: the partners of delimiters stay as far away as they were.
        if !is_ref(at) {
            kept.extend(&tokens[at..at + token.length()]);
        }
        at += token.length();
    }
    collector.home.slice(&kept)
}

#[cfg(test)]
mod tests {
    use crate::facts::FileFacts;
    use crate::facts::rust::read;

    fn conditions(facts: &FileFacts) -> Vec<String> {
        let items = facts.items.iter();
        items
            .map(|item| {
                let conditions: Vec<_> = facts.conditions(item.cfg).collect();
                format!("{} {conditions:?}", item.name)
            })
            .collect()
    }

    #[test]
    fn the_arms_of_a_choice_by_cfg_keep_their_conditions() {
        let chosen = "cfg_if::cfg_if! { if #[cfg(feature = \"x\")] { struct A; } else if #[cfg(unix)] { struct B; } else { struct C; } }";
        let selected = "cfg_select! { feature = \"x\" => { struct A; } unix => { struct B; } _ => { struct C; } }";
        for text in [chosen, selected] {
            let found = conditions(&read(text));
            assert_eq!(found.len(), 3, "{found:?}");
            assert_eq!(found[0], "A [Feature(u!(\"x\"))]");
            assert!(
                found[1].starts_with("B [All([Target(u!(\"unix\")), Not("),
                "{}",
                found[1]
            );
            assert!(found[2].starts_with("C [Not(Any(["), "{}", found[2]);
        }
    }
}
