//! The shapes of the arguments of well-known macros, as they are parsed.
//!
//! In: tokens. Out: the parts of them that are Rust.
//! *Invariant:* records nothing; tokens of another shape are an error, and no part of them is taken.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Token, parse2};

use super::cfg;
use crate::base::Cfg;

pub(super) fn expressions(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    let all = input.parse_terminated(syn::Expr::parse, Token![,])?;
    Ok(all.into_iter().collect())
}

pub(super) struct SelectArm {
    pub(super) pattern: Option<syn::Pat>,
    pub(super) source: Source,
    pub(super) guard: Option<syn::Expr>,
    pub(super) handler: syn::Expr,
}

pub(super) enum Source {
    Nothing,
    Future(Box<syn::Expr>),
    Channel(Vec<syn::Expr>),
}

pub(super) fn select_arms(input: ParseStream<'_>) -> syn::Result<Vec<SelectArm>> {
    let mut arms = Vec::new();
    if input.peek(syn::Ident) && input.peek2(Token![;]) {
        // `biased;`
        input.parse::<Ident>()?;
        input.parse::<Token![;]>()?;
    }
    while !input.is_empty() {
        arms.push(select_arm(input)?);
    }
    Ok(arms)
}

fn select_arm(input: ParseStream<'_>) -> syn::Result<SelectArm> {
    let mut arm = SelectArm {
        pattern: None,
        source: Source::Nothing,
        guard: None,
        handler: syn::Expr::Verbatim(TokenStream::new()),
    };
    let is_word = input.peek(Token![else]) || input.peek(syn::Ident);
    if is_word && input.peek2(Token![=>]) {
        // `else`, `default`, `complete`
        Ident::parse_any(input)?;
    } else if input.peek(syn::Ident)
        && input.peek2(syn::token::Paren)
        && (input.peek3(Token![->]) || input.peek3(Token![=>]))
    {
        input.parse::<Ident>()?;
        let inside;
        syn::parenthesized!(inside in input);
        arm.source = Source::Channel(expressions(&inside)?);
        if input.parse::<Option<Token![->]>>()?.is_some() {
            arm.pattern = Some(syn::Pat::parse_multi_with_leading_vert(input)?);
        }
    } else {
        arm.pattern = Some(syn::Pat::parse_multi_with_leading_vert(input)?);
        input.parse::<Token![=]>()?;
        arm.source = Source::Future(input.parse()?);
        if input.parse::<Option<Token![,]>>()?.is_some() {
            input.parse::<Token![if]>()?;
            arm.guard = Some(input.parse()?);
        }
    }
    input.parse::<Token![=>]>()?;
    arm.handler = if input.peek(syn::token::Brace) {
        // What stands behind the block is the next arm, whatever it begins with.
        syn::Expr::Block(syn::ExprBlock {
            attrs: Vec::new(),
            label: None,
            block: input.parse()?,
        })
    } else {
        input.parse()?
    };
    input.parse::<Option<Token![,]>>()?;
    Ok(arm)
}

/// The values among the arguments of a log macro: of fields, and those that the text takes.
pub(super) fn log_values(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    let mut values = Vec::new();
    while !input.is_empty() {
        if input.peek(syn::token::Brace) {
            let inside;
            syn::braced!(inside in input);
            values.extend(log_values(&inside)?);
        } else {
            log_key(input)?;
            log_sigil(input)?;
            values.push(input.parse()?);
        }
        if input.is_empty() {
            break;
        }
        if input.peek(Token![=>]) {
            // slog: the key was an expression like any other.
            input.parse::<Token![=>]>()?;
        } else if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
        } else {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(values)
}

/// `target:`, `name =`, `a.b =`, `"text" =`.
fn log_key(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(syn::Ident) && input.peek2(Token![:]) && !input.peek2(Token![::]) {
        input.parse::<Ident>()?;
        input.parse::<Token![:]>()?;
        return Ok(());
    }
    let ahead = input.fork();
    let is_key = if ahead.parse::<Option<syn::LitStr>>()?.is_some() {
        true
    } else {
        dotted_name(&ahead).is_ok()
    };
    if is_key && ahead.peek(Token![=]) && !ahead.peek(Token![==]) && !ahead.peek(Token![=>]) {
        ahead.parse::<Token![=]>()?;
        syn::parse::discouraged::Speculative::advance_to(input, &ahead);
    }
    Ok(())
}

fn dotted_name(input: ParseStream<'_>) -> syn::Result<()> {
    Ident::parse_any(input)?;
    while input.parse::<Option<Token![.]>>()?.is_some() {
        Ident::parse_any(input)?;
    }
    Ok(())
}

fn log_sigil(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![%]) {
        input.parse::<Token![%]>()?;
    } else if input.peek(Token![?]) {
        input.parse::<Token![?]>()?;
    }
    Ok(())
}

/// The entries of an object without its braces.
pub(super) fn json_object(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    let mut values = Vec::new();
    while !input.is_empty() {
        if input.peek(syn::token::Paren) || input.peek(syn::Lit) {
            values.push(input.parse()?);
        } else {
            // A key may be any expression in front of the colon; a plain name is one too.
            let key = input.parse::<syn::Path>()?;
            values.push(syn::Expr::Path(syn::ExprPath {
                attrs: Vec::new(),
                qself: None,
                path: key,
            }));
        }
        input.parse::<Token![:]>()?;
        values.extend(json_part(input)?);
        if input.is_empty() {
            break;
        }
        input.parse::<Token![,]>()?;
    }
    Ok(values)
}

/// One value and nothing behind it.
pub(super) fn json_value(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    let values = json_part(input)?;
    input.parse::<Option<Token![,]>>()?;
    Ok(values)
}

fn json_part(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    if input.peek(syn::token::Brace) {
        let inside;
        syn::braced!(inside in input);
        return json_object(&inside);
    }
    if input.peek(syn::token::Bracket) {
        let inside;
        syn::bracketed!(inside in input);
        let mut values = Vec::new();
        while !inside.is_empty() {
            values.extend(json_part(&inside)?);
            if !inside.is_empty() {
                inside.parse::<Token![,]>()?;
            }
        }
        return Ok(values);
    }
    let is_null = |it: ParseStream<'_>| it.parse::<Ident>().is_ok_and(|word| word == "null");
    if is_null(&input.fork()) {
        input.parse::<Ident>()?;
        return Ok(Vec::new());
    }
    Ok(vec![input.parse()?])
}

pub(super) fn pairs(input: ParseStream<'_>) -> syn::Result<Vec<syn::Expr>> {
    let mut values = Vec::new();
    while !input.is_empty() {
        values.push(input.parse()?);
        input.parse::<Token![=>]>()?;
        values.push(input.parse()?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(values)
}

pub(super) fn repeat(input: ParseStream<'_>) -> syn::Result<(syn::Expr, syn::Expr)> {
    let value = input.parse()?;
    input.parse::<Token![;]>()?;
    Ok((value, input.parse()?))
}

pub(super) fn type_first(input: ParseStream<'_>) -> syn::Result<(syn::Type, Vec<syn::Expr>)> {
    let ty = input.parse()?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((ty, expressions(input)?))
}

pub(super) type CfgArms = Vec<(Option<Cfg>, syn::Block)>;

pub(super) fn cfg_if_arms(tokens: TokenStream) -> Option<CfgArms> {
    let mut head = Vec::new();
    let mut arms = Arms::default();
    let mut found = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let condition = arms.next(&head)?;
                let block = parse2(TokenStream::from(TokenTree::Group(group))).ok()?;
                found.push((Some(condition), block));
                head.clear();
            }
            other => head.push(other),
        }
    }
    head.is_empty().then_some(found)
}

pub(super) fn cfg_select_arms(input: ParseStream<'_>) -> syn::Result<CfgArms> {
    let mut arms = Arms::default();
    let mut found = Vec::new();
    while !input.is_empty() {
        let own = if input.parse::<Option<Token![_]>>()?.is_some() {
            None
        } else {
            Some(input.parse::<cfg::Predicate>()?.0)
        };
        input.parse::<Token![=>]>()?;
        let block = if input.peek(syn::token::Brace) {
            input.parse()?
        } else {
            let value: syn::Expr = input.parse()?;
            syn::Block {
                brace_token: syn::token::Brace::default(),
                stmts: vec![syn::Stmt::Expr(value, None)],
            }
        };
        input.parse::<Option<Token![,]>>()?;
        found.push((arms.choose(own), block));
    }
    Ok(found)
}

/// `for await x in y` is read as `for x in y`.
pub(super) fn without_for_await(tokens: TokenStream) -> TokenStream {
    let mut behind_for = false;
    let mut out = Vec::new();
    for tree in tokens {
        let is_await = behind_for && matches!(&tree, TokenTree::Ident(it) if it == "await");
        behind_for = matches!(&tree, TokenTree::Ident(it) if it == "for");
        match tree {
            _ if is_await => {}
            TokenTree::Group(group) => {
                let mut inside =
                    proc_macro2::Group::new(group.delimiter(), without_for_await(group.stream()));
                inside.set_span(group.span());
                out.push(TokenTree::Group(inside));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

pub(super) struct PropertyTest {
    pub(super) attributes: Vec<syn::Attribute>,
    pub(super) name: Option<Ident>,
    pub(super) parameters: Vec<(syn::Pat, Strategy)>,
    pub(super) body: syn::Block,
}

pub(super) enum Strategy {
    In(syn::Expr),
    Of(syn::Type),
}

/// `#[test] fn name(x in strategy, y: Type) { … } …`
pub(super) fn property_tests(input: ParseStream<'_>) -> syn::Result<Vec<PropertyTest>> {
    let mut tests = Vec::new();
    // `#![proptest_config(…)]`
    let config = input.call(syn::Attribute::parse_inner)?;
    if let Some(config) = config.first()
        && let syn::Meta::List(list) = &config.meta
    {
        let value = syn::Stmt::Expr(list.parse_args()?, None);
        tests.push(PropertyTest {
            attributes: Vec::new(),
            name: None,
            parameters: Vec::new(),
            body: syn::Block {
                brace_token: syn::token::Brace::default(),
                stmts: vec![value],
            },
        });
    }
    while !input.is_empty() {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        input.parse::<syn::Visibility>()?;
        input.parse::<Token![fn]>()?;
        let name = Some(input.parse()?);
        let inside;
        syn::parenthesized!(inside in input);
        let parameters = inside.parse_terminated(property_parameter, Token![,])?;
        input.parse::<syn::ReturnType>()?;
        tests.push(PropertyTest {
            attributes,
            name,
            parameters: parameters.into_iter().collect(),
            body: input.parse()?,
        });
    }
    Ok(tests)
}

fn property_parameter(input: ParseStream<'_>) -> syn::Result<(syn::Pat, Strategy)> {
    let pattern = syn::Pat::parse_single(input)?;
    if input.parse::<Option<Token![in]>>()?.is_some() {
        return Ok((pattern, Strategy::In(input.parse()?)));
    }
    input.parse::<Token![:]>()?;
    Ok((pattern, Strategy::Of(input.parse()?)))
}

/// `criterion_group!(name, function, …)` or `criterion_group! { name = …; config = …; targets = …, … }`.
pub(super) fn benchmarks(input: ParseStream<'_>) -> syn::Result<(Ident, Vec<syn::Expr>)> {
    if !input.peek2(Token![=]) {
        let name = input.parse()?;
        input.parse::<Token![,]>()?;
        return Ok((name, expressions(input)?));
    }
    let mut name = None;
    let mut values = Vec::new();
    while !input.is_empty() {
        let key: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        if key == "name" {
            name = Some(input.parse()?);
        } else {
            values.push(input.parse()?);
            while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
                values.push(input.parse()?);
            }
        }
        input.parse::<Option<Token![;]>>()?;
    }
    let name = name.ok_or_else(|| input.error("a group without a name"))?;
    Ok((name, values))
}

/// The arms of a choice by `cfg`: each holds where its own predicate does and none before it.
#[derive(Default)]
pub(super) struct Arms {
    before: Vec<Cfg>,
}

impl Arms {
    /// The condition of the arm that these tokens lead to; `None` where they name none.
    pub(super) fn next(&mut self, head: &[TokenTree]) -> Option<Cfg> {
        let own = arm_predicate(head);
        let is_last = || {
            matches!(head.last(), Some(TokenTree::Ident(word)) if word == "else")
                || matches!(arm_tokens(head), Some([TokenTree::Ident(word)]) if word == "_")
        };
        if own.is_none() && !is_last() {
            return None;
        }
        self.choose(own)
    }

    /// The condition of an arm with its own predicate, or of the one for all the rest; `None` where it always holds.
    pub(super) fn choose(&mut self, own: Option<Cfg>) -> Option<Cfg> {
        let none_before =
            (!self.before.is_empty()).then(|| Cfg::Not(Box::new(Cfg::Any(self.before.clone()))));
        let Some(own) = own else { return none_before };
        let condition = match none_before {
            Some(none_before) => Cfg::All(vec![own.clone(), none_before]),
            None => own.clone(),
        };
        self.before.push(own);
        Some(condition)
    }
}

/// The predicate in front of an arm: `if #[cfg(predicate)]` or `predicate =>`.
fn arm_predicate(head: &[TokenTree]) -> Option<Cfg> {
    let tokens: TokenStream = match head {
        [.., TokenTree::Punct(hash), TokenTree::Group(attribute)] if hash.as_char() == '#' => {
            let mut inside = attribute.stream().into_iter();
            match (inside.next(), inside.next()) {
                (Some(TokenTree::Ident(word)), Some(TokenTree::Group(predicate)))
                    if word == "cfg" =>
                {
                    predicate.stream()
                }
                _ => return None,
            }
        }
        _ => arm_tokens(head)?.iter().cloned().collect(),
    };
    parse2::<cfg::Predicate>(tokens).ok().map(|it| it.0)
}

/// What stands in front of `=>`.
fn arm_tokens(head: &[TokenTree]) -> Option<&[TokenTree]> {
    let [before @ .., equals, greater] = head else {
        return None;
    };
    if !is_punct(Some(equals), '=') || !is_punct(Some(greater), '>') {
        return None;
    }
    let start = before.iter().rposition(|tree| is_punct(Some(tree), ','));
    Some(&before[start.map_or(0, |at| at + 1)..])
}

pub(super) fn is_punct(tree: Option<&TokenTree>, character: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}
