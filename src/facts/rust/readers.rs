//! Macros and attributes of well-known crates: their arguments are read as what they are.
//!
//! In: the name of a macro or attribute, and its arguments. Out: the expressions among them, with what they bind.
//! *Invariant:* knows names and shapes only. Whether the macro is the one of the well-known crate is decided later: where a
//! call is expanded, nothing that was read here counts. Arguments of another shape are left to those who read any macro.

use super::collector::Collector;
use super::scan::is_punct;
use super::shapes::{
    self, CfgArms, PropertyTest, SelectArm, Source, Strategy, json_object, json_value, log_values,
    pairs, property_tests, repeat, select_arms, type_first,
};
use super::syntax::token::{Ident, Kind, Token, Word};
use super::syntax::tree::{self, Meta, MetaValue};
use super::syntax::{self, Keep, Parser, lex, string_value};
use crate::base::{Name, ReferenceKind, Span, name};
use crate::facts::code::{Arm, BlockKind, Expr, ExprIx, Owner, Pattern, Statement};
use crate::facts::{Certainty, ItemKind, Namespace, Visibility};

/// What the arguments of a macro are.
#[derive(Clone, Copy)]
enum Shape {
    /// `pattern = future, if condition => handler` (tokio, futures), `recv(r) -> pattern => handler` (crossbeam).
    Select,
    /// Futures that are awaited together.
    Join,
    /// `target: "x", field = %value, ?other, "text {}", value` (tracing, log, slog).
    Log,
    /// `{ "key": value, … }`, `[value, …]`.
    Json,
    /// `key => value, …`.
    Pairs,
    /// `value; count`.
    Repeat,
    /// A type, then expressions.
    TypeFirst,
    /// `if #[cfg(…)] { … } else { … }`.
    CfgIf,
    /// `predicate => { … } …`.
    CfgSelect,
    /// Statements with `yield` and `for await`.
    Stream,
}

fn shape(name: &str) -> Option<Shape> {
    Some(match name {
        "select" | "select_biased" => Shape::Select,
        "join" | "try_join" => Shape::Join,
        "trace" | "debug" | "info" | "warn" | "error" | "crit" | "event" | "span" | "log"
        | "trace_span" | "debug_span" | "info_span" | "warn_span" | "error_span" => Shape::Log,
        "json" | "object" | "named_params" => Shape::Json,
        "hashmap" | "btreemap" | "indexmap" | "phf_map" | "phf_ordered_map" => Shape::Pairs,
        "vec" | "smallvec" => Shape::Repeat,
        "query_as" | "query_as_unchecked" | "query_file_as" | "query_file_as_unchecked" => {
            Shape::TypeFirst
        }
        "cfg_if" => Shape::CfgIf,
        "cfg_select" => Shape::CfgSelect,
        "stream" | "try_stream" => Shape::Stream,
        _ => return None,
    })
}

/// Macros that take a format string, and how many arguments stand before it.
const FORMATS: [(&str, usize); 24] = [
    ("anyhow", 0),
    ("assert", 1),
    ("assert_eq", 2),
    ("assert_ne", 2),
    ("bail", 0),
    ("debug", 0),
    ("debug_assert", 1),
    ("debug_assert_eq", 2),
    ("debug_assert_ne", 2),
    ("ensure", 1),
    ("eprint", 0),
    ("eprintln", 0),
    ("error", 0),
    ("format", 0),
    ("format_args", 0),
    ("info", 0),
    ("panic", 0),
    ("print", 0),
    ("println", 0),
    ("todo", 0),
    ("trace", 0),
    ("unreachable", 0),
    ("warn", 0),
    ("write", 1),
];

/// Attributes of well-known crates with a path or type in a text: the attribute, the key, and what the text is.
const TEXTS: [(&str, &str, Text); 16] = [
    ("derivative", "format_with", Text::Value),
    ("schemars", "schema_with", Text::Value),
    ("schemars", "with", Text::Type),
    ("serde", "crate", Text::Module),
    ("serde", "default", Text::Value),
    ("serde", "deserialize_with", Text::Value),
    ("serde", "from", Text::Type),
    ("serde", "getter", Text::Value),
    ("serde", "into", Text::Type),
    ("serde", "remote", Text::Type),
    ("serde", "serialize_with", Text::Value),
    ("serde", "skip_serializing_if", Text::Value),
    ("serde", "try_from", Text::Type),
    ("serde", "with", Text::Module),
    ("serde_as", "as", Text::Type),
    ("validate", "function", Text::Value),
];

#[derive(Clone, Copy)]
enum Text {
    Value,
    Type,
    Module,
}

impl<'c> Collector<'c> {
    /// Reads the arguments of a well-known macro in a body. `None` where it is none, and nothing was recorded then.
    pub(super) fn well_known(&mut self, name: &str, tokens: &'c [Token]) -> Option<Vec<ExprIx>> {
        match shape(name)? {
            Shape::Select => {
                let arms = self.whole(tokens, select_arms)?;
                Some(vec![self.select(&arms)])
            }
            Shape::Join => {
                let futures = self.whole(tokens, Parser::exprs)?;
                let awaited = futures.iter().map(|it| {
                    let future = self.expr(it);
                    self.push_expr(Expr::Await(future))
                });
                let awaited = awaited.collect();
                Some(vec![self.push_expr(Expr::Tuple(awaited))])
            }
            Shape::Log => {
                let values = self.whole(tokens, log_values)?;
                self.captures(name, &values);
                Some(values.iter().map(|it| self.expr(it)).collect())
            }
            Shape::Json => {
                let values = self.whole(tokens, json_object);
                let values = values.or_else(|| self.whole(tokens, json_value))?;
                Some(values.iter().map(|it| self.expr(it)).collect())
            }
            Shape::Pairs => {
                let values = self.whole(tokens, pairs)?;
                Some(values.iter().map(|it| self.expr(it)).collect())
            }
            Shape::Repeat => {
                let (value, count) = self.whole(tokens, repeat)?;
                Some(vec![self.repeated(&value, &count)])
            }
            Shape::TypeFirst => {
                let (ty, values) = self.whole(tokens, type_first)?;
                self.ty(&ty);
                Some(values.iter().map(|it| self.expr(it)).collect())
            }
            Shape::CfgIf => {
                let arms = self.whole(tokens, shapes::cfg_if_arms)?;
                Some(self.choice(arms))
            }
            Shape::CfgSelect => {
                let arms = self.whole(tokens, shapes::cfg_select_arms)?;
                Some(self.choice(arms))
            }
            Shape::Stream => {
                let tokens = shapes::without_for_await(self.home, tokens);
                let statements = self.whole(tokens, Parser::statements)?;
                let block = self.block_of(BlockKind::Async, statements);
                Some(vec![self.push_expr(block)])
            }
        }
    }

    /// Reads the arguments of a well-known macro where items stand. False where it is none, and nothing was recorded then.
    pub(super) fn well_known_items(&mut self, name: &str, tokens: &'c [Token]) -> bool {
        match name {
            "proptest" => {
                let Some(tests) = self.whole(tokens, property_tests) else {
                    return false;
                };
                for test in &tests {
                    self.property_test(test);
                }
                true
            }
            "criterion_group" => {
                let Some((group, values)) = self.whole(tokens, shapes::benchmarks) else {
                    return false;
                };
                self.push_item(group, ItemKind::Function, Visibility::Public);
                for value in &values {
                    let value = self.expr(value);
                    self.push_body(Owner::Nobody, Vec::new(), value);
                }
                true
            }
            _ => false,
        }
    }

    /// Each arm is a block of its own, in which the pattern of the future is bound.
    fn select(&mut self, arms: &[SelectArm<'c>]) -> ExprIx {
        let arms = arms.iter().map(|arm| {
            self.framed(|this| {
                let mut statements = Vec::new();
                let value = match &arm.source {
                    Source::Nothing => None,
                    Source::Future(future) => {
                        let future = this.expr(future);
                        Some(this.push_expr(Expr::Await(future)))
                    }
                    Source::Channel(values) => {
                        let values = values.iter().map(|it| this.expr(it)).collect();
                        Some(this.push_expr(Expr::Unknown(values)))
                    }
                };
                // The condition does not see what the pattern binds.
                let guard = arm.guard.as_ref().map(|it| this.expr(it));
                statements.extend(guard.map(Statement::Value));
                if let Some(pattern) = &arm.pattern {
                    let pattern = this.pattern(pattern);
                    statements.push(Statement::Let {
                        pattern,
                        ty: None,
                        value,
                        otherwise: None,
                    });
                } else {
                    statements.extend(value.map(Statement::Value));
                }
                let value = Some(this.expr(&arm.handler));
                let block = this.push_expr(Expr::Block {
                    kind: BlockKind::Plain,
                    statements,
                    value,
                });
                this.alternative(block)
            })
        });
        let arms = arms.collect();
        self.one_of(arms)
    }

    /// The arms that a `cfg` may choose, each under its condition.
    fn choice(&mut self, arms: CfgArms<'c>) -> Vec<ExprIx> {
        let mut chosen = Vec::new();
        for (condition, block) in arms {
            let outer = self.cfg;
            if condition.is_none_or(|it| self.push_cfg(it)) {
                let block = self.block(&block);
                chosen.push(self.alternative(block));
            }
            self.cfg = outer;
        }
        vec![self.one_of(chosen)]
    }

    fn alternative(&mut self, value: ExprIx) -> Arm {
        Arm {
            pattern: self.push_pattern(Pattern::Any),
            guard: None,
            value,
        }
    }

    fn one_of(&mut self, arms: Vec<Arm>) -> ExprIx {
        let value = self.push_expr(Expr::Unknown(Vec::new()));
        self.push_expr(Expr::Match { value, arms })
    }

    fn property_test(&mut self, test: &PropertyTest<'c>) {
        self.under(test.attributes, |this| {
            if let Some(ident) = test.name {
                this.push_item(ident, ItemKind::Function, Visibility::Module);
            }
            let outer = this.leave_function();
            let mut statements = Vec::new();
            for (pattern, strategy) in test.parameters {
                let (value, ty) = match strategy {
                    Strategy::In(strategy) => (Some(this.expr(strategy)), None),
                    Strategy::Of(ty) => (None, Some(this.ty(ty))),
                };
                // What a strategy makes is not known.
                statements.extend(value.map(Statement::Value));
                let pattern = this.pattern(pattern);
                statements.push(Statement::Let {
                    pattern,
                    ty,
                    value: None,
                    otherwise: None,
                });
            }
            let value = Some(this.block(&test.body));
            let block = this.push_expr(Expr::Block {
                kind: BlockKind::Plain,
                statements,
                value,
            });
            this.push_body(Owner::Nobody, Vec::new(), block);
            this.return_to(outer);
        });
    }

    /// `{NAME}` in a format string may be a constant: what it captures is looked up like any path. A local binding is none.
    pub(super) fn captures(&mut self, macro_name: &str, arguments: &[tree::Expr<'c>]) {
        let Some((_, skipped)) = FORMATS.iter().find(|(known, _)| *known == macro_name) else {
            return;
        };
        let mut texts = arguments.iter().skip(*skipped);
        let first = texts.find_map(|it| match it {
            tree::Expr::Literal(token) => {
                string_value(self.home.literal(token)).map(|text| (text, token.span))
            }
            _ => None,
        });
        let Some((text, span)) = first else { return };
        for captured in captured_names(&text) {
            let path = self.path_of(name(&captured), span);
            let kind = ReferenceKind::Path;
            self.push_tree_path(&path, kind, Namespace::Value, Certainty::Maybe);
        }
    }

    /// The paths in the arguments of an attribute that is no part of the language: `#[serde(with = "module")]`,
    /// `#[arg(value_parser = parse)]`, `#[from(Type)]`.
    pub(super) fn attribute_arguments(&mut self, meta: &Meta<'c>) {
        let Some(last) = meta.path.last() else {
            return;
        };
        let from = self.facts.paths.len();
        let outer = std::mem::replace(&mut self.in_macro, true);
        if let MetaValue::List(tokens) = meta.value {
            self.attribute_tokens(last.ident.name.as_str(), tokens);
        }
        self.in_macro = outer;
        for path in &mut self.facts.paths[from..] {
            path.kind = ReferenceKind::Derive;
        }
    }

    fn attribute_tokens(&mut self, attribute: &str, tokens: &'c [Token]) {
        let mut rest = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let inside = at..at + token.length();
            at = inside.end;
            let key = key_before(tokens, inside.start);
            match (key, token.kind) {
                (Some(key), Kind::Literal) => {
                    let text = string_value(self.home.literal(token));
                    let known = TEXTS
                        .iter()
                        .find(|(of, known, _)| *of == attribute && key == *known);
                    if let (Some(text), Some((_, _, what))) = (text, known) {
                        self.attribute_text(&text, token.span, *what);
                    }
                }
                (Some(_), Kind::Ident) if is_single(tokens, inside.start) => {
                    if let Some(ident) = token.ident() {
                        let path = self.path_of(ident.name, ident.span);
                        let kind = ReferenceKind::Derive;
                        self.push_tree_path(&path, kind, Namespace::Any, Certainty::Tokens);
                    }
                    continue;
                }
                (_, Kind::Open(_)) => {
                    let (first, last) = (inside.start, inside.end - 1);
                    self.attribute_tokens(attribute, &tokens[first + 1..last]);
                    // A call keeps its name plausible: `function(…)`.
                    rest.extend([tokens[first], tokens[last]]);
                    continue;
                }
                _ => {}
            }
            rest.push(*token);
        }
        self.scan_call(&rest);
    }

    /// A name alone as a path.
    fn path_of(&self, name: Name, span: Span) -> tree::Path<'c> {
        let ident = Ident {
            name,
            span,
            word: Word::of(name.as_str()),
        };
        Parser::new(self.home, &[]).path_of(ident)
    }

    /// A path or type that an attribute has in a text: all of it stands where the text does.
    fn attribute_text(&mut self, text: &str, span: Span, what: Text) {
        let source = syntax::Text { text, offset: 0 };
        let Ok(mut tokens) = lex(source, Keep::Code) else {
            return;
        };
        for token in &mut tokens {
            token.span = span;
        }
        let tokens = self.home.slice(&tokens);
        let kind = ReferenceKind::Derive;
        match what {
            Text::Value | Text::Module => {
                let namespace = match what {
                    Text::Module => Namespace::Type,
                    _ => Namespace::Value,
                };
                if let Some(path) = self.whole(tokens, Parser::plain_path) {
                    self.push_tree_path(&path, kind, namespace, Certainty::Tokens);
                }
            }
            Text::Type => {
                if let Some(ty) = self.whole(tokens, Parser::ty) {
                    self.ty(&ty);
                }
            }
        }
    }
}

/// The key of `key = value`, where the value begins at `at`.
fn key_before(tokens: &[Token], at: usize) -> Option<Ident> {
    let key = tokens.get(at.checked_sub(2)?)?.ident()?;
    let equals = &tokens[at - 1];
    (equals.is_punct(b'=') && !equals.is_joint).then_some(key)
}

/// Whether an identifier is a whole argument.
fn is_single(tokens: &[Token], at: usize) -> bool {
    let is_end = tokens.get(at + 1).is_none() || is_punct(tokens.get(at + 1), b',');
    is_end && !matches!(tokens[at].word, Word::True | Word::False)
}

/// The names in the braces of a format string that are written like constants.
fn captured_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let inside = rest.split('}').next().unwrap_or_default();
        let (argument, options) = inside.split_once(':').unwrap_or((inside, ""));
        let widths = options.split(|it: char| !it.is_alphanumeric() && !"_$".contains(it));
        let widths = widths.filter_map(|it| it.strip_suffix('$'));
        let candidates = std::iter::once(argument.trim()).chain(widths);
        names.extend(candidates.filter(|it| is_constant(it)).map(str::to_owned));
    }
    names
}

fn is_constant(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_uppercase())
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || it == '_')
}
