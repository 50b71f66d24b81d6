//! Macro calls and definitions: what their arguments say.
//!
//! Arguments that parse as Rust are walked as Rust; everything else is left to [`super::scan`].

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Token, parse2};

use super::collector::Collector;
use super::extent::has_semicolon;
use super::nested::Written;
use super::scan::Surroundings;
use super::shapes::Arms;
use crate::base::{ReferenceKind, Span, name, number};
use crate::facts::code::{Arm, BlockKind, Expr, ExprIx, Literal};
use crate::facts::{
    Anchor, Certainty, ItemKind, MacroCall, Namespace, Position, Reading, Tokens, Visibility,
};

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

/// `matches!(value, pattern if guard)` and its kin: everything behind the first comma is a pattern.
struct Matches {
    value: syn::Expr,
    pattern: syn::Pat,
    guard: Option<syn::Expr>,
    rest: TokenStream,
}

impl Parse for Matches {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self {
            value,
            pattern,
            guard,
            rest: input.parse()?,
        })
    }
}

/// Arguments that are Rust as a whole.
enum Arguments {
    Expressions(Punctuated<syn::Expr, Token![,]>),
    Statements(Vec<syn::Stmt>),
}

impl Parse for Arguments {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let ahead = input.fork();
        if !has_semicolon(input.cursor())
            && let Ok(expressions) = Punctuated::parse_terminated(&ahead)
            && ahead.is_empty()
        {
            input.advance_to(&ahead);
            return Ok(Self::Expressions(expressions));
        }
        syn::Block::parse_within(input).map(Self::Statements)
    }
}

impl Collector<'_> {
    /// A macro call where items stand.
    pub(super) fn macro_in_items(&mut self, mac: &syn::Macro) {
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
        self.item_arguments(&last, &mac.tokens);
        self.in_macro = outer;
        let call = MacroCall {
            scope: self.scope,
            path,
            span: self.between(first_span(&mac.path), mac.delimiter.span().close()),
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
    pub(super) fn kept_tokens(&self, mac: &syn::Macro) -> Tokens {
        let open = mac.delimiter.span().open();
        let is_text = match self.expansion {
            Some(origin) => origin.arguments.is_some() && !self.is_of_definition(open),
            None => true,
        };
        if is_text {
            Tokens::Text(self.arguments_span(mac))
        } else {
            Tokens::Written(mac.tokens.to_string())
        }
    }

    /// A macro call in an expression, a statement, a pattern, a type or an `impl`.
    pub(super) fn macro_in_body(&mut self, mac: &syn::Macro, position: Position) -> ExprIx {
        let path = self.macro_name(&mac.path);
        if let Some(nested) = self.nested
            && let Some(tokens) = nested.expand(mac)
            && let Some(written) = Written::parse(tokens, position)
        {
            let value = nested.within(|| self.written(&written));
            return value.unwrap_or_else(|| self.push_expr(Expr::Unknown(Vec::new())));
        }
        let last = last_word(&mac.path);
        let mut arguments = Vec::new();
        let from = self.facts.mark();
        if !NAME_NOTHING.contains(&last.as_str()) {
            let outer = std::mem::replace(&mut self.in_macro, true);
            self.frame(|this| arguments = this.body_arguments(&last, &mac.tokens));
            self.in_macro = outer;
        }
        let call = path.map(|path| {
            let call = MacroCall {
                position,
                around: Some(Box::new(self.around())),
                scope: self.scope,
                path,
                span: self.between(first_span(&mac.path), mac.delimiter.span().close()),
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
    pub(super) fn written(&mut self, written: &Written) -> Option<ExprIx> {
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
            Written::Items(file) => {
                for item in &file.items {
                    self.visit_item(item);
                }
                None
            }
            Written::ImplItems(items) => {
                if let Some(Anchor::SelfOfImpl(owner)) = self.self_anchor {
                    for item in items {
                        self.impl_item(owner as usize, item);
                    }
                }
                None
            }
            Written::TraitItems(items) => {
                if let Some(Anchor::SelfOfItem(owner)) = self.self_anchor {
                    for item in items {
                        self.trait_item(owner as usize, item);
                    }
                }
                None
            }
            Written::ForeignItems(items) => {
                for item in items {
                    self.foreign_item(item);
                }
                None
            }
        }
    }

    /// The body of a `macro_rules!`: the `$crate` paths in what it writes. What its other paths mean is decided where it
    /// is called (<https://doc.rust-lang.org/reference/macros-by-example.html#hygiene>).
    pub(super) fn macro_definition(&mut self, tokens: &TokenStream) {
        let outer = std::mem::replace(&mut self.in_macro, true);
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        // `(matcher) => { transcriber };`: only the transcriber is code.
        let mut behind_arrow = false;
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) if behind_arrow => {
                    self.scan(group.stream(), Surroundings::Rules);
                    behind_arrow = false;
                }
                TokenTree::Punct(punct) if punct.as_char() == '>' => {
                    behind_arrow = at > 0
                        && matches!(&trees[at - 1], TokenTree::Punct(p) if p.as_char() == '=');
                }
                _ => {}
            }
        }
        self.in_macro = outer;
    }

    /// An item that syn does not interpret (`macro name(…) {…}` among them).
    pub(super) fn verbatim_item(&mut self, tokens: &TokenStream) {
        let outer = std::mem::replace(&mut self.in_macro, true);
        self.defined_names(tokens);
        self.scan(tokens.clone(), Surroundings::Definition);
        self.in_macro = outer;
    }

    fn macro_name(&mut self, path: &syn::Path) -> Option<u32> {
        let certainty = if self.in_macro {
            Certainty::Tokens
        } else {
            Certainty::Path
        };
        self.push_syn_path(path, ReferenceKind::Macro, Namespace::Macro, certainty)
    }

    fn arguments_span(&self, mac: &syn::Macro) -> Span {
        let delimiters = mac.delimiter.span();
        Span::new(
            self.span(delimiters.open()).end,
            self.span(delimiters.close()).start,
        )
    }

    fn item_arguments(&mut self, macro_name: &str, tokens: &TokenStream) {
        if DEFINES_FIRST_NAME.contains(&macro_name) {
            if let Some(TokenTree::Ident(ident)) = tokens.clone().into_iter().next() {
                self.push_item(&ident, ItemKind::TupleStruct, Visibility::Public);
            }
            return;
        }
        if self.well_known_items(macro_name, tokens) {
            return;
        }
        // `static ref NAME: Type = value;` of lazy_static is an item but for one word.
        let plain: TokenStream = without_static_ref(tokens);
        if let Ok(file) = parse2::<syn::File>(plain) {
            for item in &file.items {
                self.visit_item(item);
            }
            return;
        }
        self.defined_names(tokens);
        let mut rest = Vec::new();
        let mut arms = Arms::default();
        for tree in tokens.clone() {
            match tree {
                // `cfg_if! { if #[cfg(…)] { items } else { items } }`, `cfg_select! { … => { items } … }`
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let outer = self.cfg;
                    let condition = arms.next(&rest);
                    let is_never = condition.is_some_and(|it| !self.push_cfg(it));
                    let is_items = is_never || self.brace_of_items(&group);
                    self.cfg = outer;
                    if is_items {
                        self.scan(
                            std::mem::take(&mut rest).into_iter().collect(),
                            Surroundings::Call,
                        );
                    } else {
                        rest.push(TokenTree::Group(group));
                    }
                }
                other => rest.push(other),
            }
        }
        self.scan(rest.into_iter().collect(), Surroundings::Call);
    }

    fn brace_of_items(&mut self, group: &Group) -> bool {
        if group.stream().is_empty() {
            return false;
        }
        let Ok(file) = parse2::<syn::File>(group.stream()) else {
            return false;
        };
        for item in &file.items {
            self.visit_item(item);
        }
        true
    }

    /// `struct Name`, `fn name`, … at the top level of tokens that are no Rust: these names come to exist.
    fn defined_names(&mut self, tokens: &TokenStream) {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        for pair in trees.windows(2) {
            let [TokenTree::Ident(word), TokenTree::Ident(ident)] = pair else {
                continue;
            };
            let kind = match word.to_string().as_str() {
                "struct" => ItemKind::TupleStruct,
                "enum" => ItemKind::Enum,
                "fn" => ItemKind::Function,
                "trait" => ItemKind::Trait,
                "type" => ItemKind::TypeAlias,
                "const" => ItemKind::Const,
                "static" | "ref" => ItemKind::Static,
                "union" => ItemKind::Union,
                "macro" => ItemKind::Macro,
                _ => continue,
            };
            if ident != "ref" && ident != "fn" && ident != "mut" && ident != "unsafe" {
                self.push_item(ident, kind, Visibility::Public);
            }
        }
    }

    /// Reads the arguments of a call in a body; gives the expressions among them.
    fn body_arguments(&mut self, macro_name: &str, tokens: &TokenStream) -> Vec<ExprIx> {
        if tokens.is_empty() {
            return Vec::new();
        }
        if let Some(read) = self.well_known(macro_name, tokens) {
            return read;
        }
        if macro_name.contains("matches")
            && let Ok(found) = parse2::<Matches>(tokens.clone())
        {
            return vec![self.matches(found)];
        }
        match Arguments::parse.parse2(tokens.clone()) {
            Ok(Arguments::Expressions(expressions)) => {
                self.captures(macro_name, &expressions);
                expressions.iter().map(|it| self.argument(it)).collect()
            }
            Ok(Arguments::Statements(statements)) => {
                let block = self.block_of(BlockKind::Plain, &statements);
                vec![self.push_expr(block)]
            }
            Err(_) => self.pieces(tokens),
        }
    }

    /// Arguments that are not all expressions, each for itself: `assert_snapshot!(value, @"text")`,
    /// `info!(target: "x", %error, ?kind)`.
    fn pieces(&mut self, tokens: &TokenStream) -> Vec<ExprIx> {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let is_comma =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == ',');
        let mut kept = Vec::new();
        for piece in trees.split(is_comma) {
            let is_sigil = |tree: &&TokenTree| matches!(tree, TokenTree::Punct(it) if matches!(it.as_char(), '%' | '?'));
            let code = if piece.first().as_ref().is_some_and(is_sigil) {
                &piece[1..]
            } else {
                piece
            };
            let code: TokenStream = code.iter().cloned().collect();
            match parse2::<syn::Expr>(code) {
                Ok(expression) => {
                    let argument = self.argument(&expression);
                    kept.push(argument);
                }
                Err(_) => self.scan(piece.iter().cloned().collect(), Surroundings::Call),
            }
        }
        kept
    }

    /// `matches!(value, pattern if guard)` is a `match`.
    fn matches(&mut self, found: Matches) -> ExprIx {
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
    fn argument(&mut self, expression: &syn::Expr) -> ExprIx {
        match expression {
            syn::Expr::Assign(assign) if matches!(&*assign.left, syn::Expr::Path(path) if path.path.get_ident().is_some()) => {
                self.expr(&assign.right)
            }
            other => self.expr(other),
        }
    }
}

fn last_word(path: &syn::Path) -> String {
    path.segments
        .last()
        .map(|segment| segment.ident.unraw().to_string())
        .unwrap_or_default()
}

/// The tokens without the `ref` of `static ref`.
fn without_static_ref(tokens: &TokenStream) -> TokenStream {
    let mut behind_static = false;
    tokens
        .clone()
        .into_iter()
        .filter(|tree| {
            let is_ref = behind_static && matches!(tree, TokenTree::Ident(i) if i == "ref");
            behind_static = matches!(tree, TokenTree::Ident(i) if i == "static");
            !is_ref
        })
        .collect()
}

fn first_span(path: &syn::Path) -> proc_macro2::Span {
    path.segments
        .first()
        .map_or_else(proc_macro2::Span::call_site, |segment| segment.ident.span())
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
