//! The rules of a `macro_rules!`: what they match, and what they write
//! (<https://doc.rust-lang.org/reference/macros-by-example.html>).
//!
//! In: the tokens of a definition and of the arguments of a call. Out: the tokens that the call writes.
//! *Invariant:* tokens of the arguments keep their spans; those of the definition have that of a call site.

use std::rc::Rc;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};

use super::extent::{expression_end, item_end};
use crate::base::Map;

/// What stands for `$crate` in an expansion.
pub(super) const DOLLAR_CRATE: &str = "__dollar_crate";

/// What the first rule that takes the arguments writes. `None` where none takes them, or the budget of tokens is spent.
pub(super) fn write(
    rules: &[Rule],
    arguments: &TokenStream,
    budget: &mut usize,
) -> Option<TokenStream> {
    for rule in rules {
        let parser = |input: ParseStream<'_>| -> syn::Result<Bindings> {
            let mut bindings = Bindings::default();
            match_all(input, &rule.matcher, &mut bindings)?;
            if input.is_empty() {
                Ok(bindings)
            } else {
                Err(input.error("more tokens than the rule takes"))
            }
        };
        if let Ok(bindings) = parser.parse2(arguments.clone()) {
            return transcribe(&rule.transcriber, &bindings, budget);
        }
    }
    None
}

/// A rule: what it takes, and what it writes.
pub(super) struct Rule {
    matcher: Vec<Pattern>,
    transcriber: Vec<TokenTree>,
}

/// A part of a matcher.
#[derive(Clone)]
enum Pattern {
    Token(TokenTree),
    Group(Delimiter, Vec<Pattern>),
    Variable {
        name: String,
        fragment: String,
    },
    Repeat {
        inner: Vec<Pattern>,
        separator: Vec<TokenTree>,
        operator: char,
    },
}

/// What a variable stands for.
#[derive(Clone, Debug)]
enum Binding {
    Tokens(TokenStream),
    Repeated(Rc<Vec<Binding>>),
}

type Bindings = Map<String, Binding>;

/// The rules of a definition, given without its delimiters. `None` where they cannot be read.
pub(super) fn rules(definition: &str) -> Option<Vec<Rule>> {
    let trees: Vec<TokenTree> = TokenStream::from_str(definition)
        .ok()?
        .into_iter()
        .collect();
    let mut rules = Vec::new();
    let mut at = 0;
    while let Some(TokenTree::Group(matcher)) = trees.get(at) {
        let is_arrow = is_punct(trees.get(at + 1), '=') && is_punct(trees.get(at + 2), '>');
        let Some(TokenTree::Group(transcriber)) = trees.get(at + 3).filter(|_| is_arrow) else {
            return None;
        };
        rules.push(Rule {
            matcher: patterns(matcher.stream())?,
            transcriber: transcriber.stream().into_iter().collect(),
        });
        at += 4;
        if is_punct(trees.get(at), ';') {
            at += 1;
        }
    }
    (at == trees.len()).then_some(rules)
}

fn patterns(tokens: TokenStream) -> Option<Vec<Pattern>> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut patterns = Vec::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        if !is_punct(Some(tree), '$') {
            patterns.push(match tree {
                TokenTree::Group(group) => {
                    Pattern::Group(group.delimiter(), self::patterns(group.stream())?)
                }
                other => Pattern::Token(other.clone()),
            });
            at += 1;
            continue;
        }
        match trees.get(at + 1)? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                let (separator, operator, next) = repetition(&trees, at + 2)?;
                patterns.push(Pattern::Repeat {
                    inner: self::patterns(group.stream())?,
                    separator,
                    operator,
                });
                at = next;
            }
            TokenTree::Ident(variable) => {
                let fragment = match (trees.get(at + 2), trees.get(at + 3)) {
                    (colon, Some(TokenTree::Ident(fragment))) if is_punct(colon, ':') => {
                        fragment.to_string()
                    }
                    _ => return None,
                };
                patterns.push(Pattern::Variable {
                    name: variable.to_string(),
                    fragment,
                });
                at += 4;
            }
            _ => return None,
        }
    }
    Some(patterns)
}

/// The separator and operator behind `$(…)`, and the index behind them.
fn repetition(trees: &[TokenTree], at: usize) -> Option<(Vec<TokenTree>, char, usize)> {
    let operator = |tree: Option<&TokenTree>| match tree {
        Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '*' | '+' | '?') => {
            Some(punct.as_char())
        }
        _ => None,
    };
    // `$(…)+*` has `+` as separator.
    if let (Some(_), Some(second)) = (trees.get(at), operator(trees.get(at + 1))) {
        let first_is_operator = operator(trees.get(at)).is_some();
        if !first_is_operator || second == '*' && is_punct(trees.get(at), '+') {
            return Some((vec![trees[at].clone()], second, at + 2));
        }
    }
    if let Some(found) = operator(trees.get(at)) {
        return Some((Vec::new(), found, at + 1));
    }
    // A separator of two characters, such as `=>` or `::`.
    let third = operator(trees.get(at + 2))?;
    Some((trees[at..at + 2].to_vec(), third, at + 3))
}

fn match_all(
    input: ParseStream<'_>,
    patterns: &[Pattern],
    bindings: &mut Bindings,
) -> syn::Result<()> {
    for pattern in patterns {
        match_one(input, pattern, bindings)?;
    }
    Ok(())
}

fn match_one(
    input: ParseStream<'_>,
    pattern: &Pattern,
    bindings: &mut Bindings,
) -> syn::Result<()> {
    match pattern {
        Pattern::Token(wanted) => {
            let found: TokenTree = input.parse()?;
            if same_token(&found, wanted) {
                Ok(())
            } else {
                Err(input.error("another token"))
            }
        }
        Pattern::Group(delimiter, inner) => {
            let found: TokenTree = input.parse()?;
            let TokenTree::Group(group) = found else {
                return Err(input.error("no group"));
            };
            if group.delimiter() != *delimiter {
                return Err(input.error("another delimiter"));
            }
            let inside = |input: ParseStream<'_>| -> syn::Result<Bindings> {
                let mut found = Bindings::default();
                match_all(input, inner, &mut found)?;
                if input.is_empty() {
                    Ok(found)
                } else {
                    Err(input.error("more tokens than the rule takes"))
                }
            };
            bindings.extend(inside.parse2(group.stream())?);
            Ok(())
        }
        Pattern::Variable { name, fragment } => {
            let tokens = fragment_tokens(input, fragment)?;
            bindings.insert(name.clone(), Binding::Tokens(tokens));
            Ok(())
        }
        Pattern::Repeat {
            inner,
            separator,
            operator,
        } => match_repeat(input, inner, separator, *operator, bindings),
    }
}

fn match_repeat(
    input: ParseStream<'_>,
    inner: &[Pattern],
    separator: &[TokenTree],
    operator: char,
    bindings: &mut Bindings,
) -> syn::Result<()> {
    let mut rounds: Vec<Bindings> = Vec::new();
    loop {
        if operator == '?' && rounds.len() == 1 || input.is_empty() {
            break;
        }
        let ahead = input.fork();
        if !rounds.is_empty() && !takes(&ahead, separator) {
            break;
        }
        let mut round = Bindings::default();
        let before = ahead.cursor();
        if match_all(&ahead, inner, &mut round).is_err() || ahead.cursor() == before {
            break;
        }
        syn::parse::discouraged::Speculative::advance_to(input, &ahead);
        rounds.push(round);
    }
    if operator == '+' && rounds.is_empty() {
        return Err(input.error("at least one is needed"));
    }
    for name in variables(inner) {
        let values = rounds.iter_mut().filter_map(|round| round.remove(&name));
        let values = Rc::new(values.collect());
        bindings.insert(name, Binding::Repeated(values));
    }
    Ok(())
}

/// Whether the next tokens are these; takes as many as fit.
fn takes(input: ParseStream<'_>, wanted: &[TokenTree]) -> bool {
    wanted.iter().all(|wanted| {
        let found = input.parse::<TokenTree>();
        found.is_ok_and(|found| same_token(&found, wanted))
    })
}

fn variables(patterns: &[Pattern]) -> Vec<String> {
    let mut names = Vec::new();
    for pattern in patterns {
        match pattern {
            Pattern::Token(_) => {}
            Pattern::Group(_, inner) | Pattern::Repeat { inner, .. } => {
                names.extend(variables(inner));
            }
            Pattern::Variable { name, .. } => names.push(name.clone()),
        }
    }
    names
}

/// The tokens that a fragment takes (<https://doc.rust-lang.org/reference/macros-by-example.html#metavariables>).
///
/// Where an item, expression or block ends is told without reading it where that is possible: it is read once, in
/// what the macro writes.
fn fragment_tokens(input: ParseStream<'_>, fragment: &str) -> syn::Result<TokenStream> {
    let told = input.step(|cursor| {
        let end = match fragment {
            "expr" | "expr_2021" => expression_end(*cursor),
            "item" => item_end(*cursor),
            "block" => cursor.group(Delimiter::Brace).map(|(.., rest)| rest),
            _ => None,
        };
        let end = end.ok_or_else(|| cursor.error("no such fragment"))?;
        Ok((tokens_between(*cursor, end), end))
    });
    if let Ok(tokens) = told {
        return Ok(fragment_of(fragment, tokens));
    }
    let start = input.cursor();
    match fragment {
        "ident" => drop(Ident::parse_any(input)?),
        "tt" => drop(input.parse::<TokenTree>()?),
        "ty" => drop(input.parse::<syn::Type>()?),
        "path" => drop(input.call(type_path)?),
        "pat" => drop(syn::Pat::parse_multi_with_leading_vert(input)?),
        "pat_param" => drop(syn::Pat::parse_single(input)?),
        "item" => drop(input.parse::<syn::Item>()?),
        "block" => drop(input.parse::<syn::Block>()?),
        "stmt" if input.peek(syn::Token![let]) => {
            input.call(let_statement)?;
            // The semicolon is not part of the fragment; where it is written, the statement ends with it.
            let semicolon = proc_macro2::Punct::new(';', proc_macro2::Spacing::Alone);
            let mut tokens = tokens_between(start, input.cursor());
            tokens.extend([TokenTree::Punct(semicolon)]);
            return Ok(tokens);
        }
        "stmt" => drop(input.parse::<syn::Stmt>()?),
        "meta" => drop(input.parse::<syn::Meta>()?),
        "vis" => drop(input.parse::<syn::Visibility>()?),
        "lifetime" => drop(input.parse::<syn::Lifetime>()?),
        "literal" => {
            if input.peek(syn::Token![-]) {
                input.parse::<syn::Token![-]>()?;
            }
            drop(input.parse::<syn::Lit>()?);
        }
        _ => return Err(input.error("an unknown fragment")),
    }
    Ok(fragment_of(fragment, tokens_between(start, input.cursor())))
}

/// An expression stays one operand, whatever stands beside it.
fn fragment_of(fragment: &str, tokens: TokenStream) -> TokenStream {
    if fragment.starts_with("expr") {
        let group = Group::new(Delimiter::None, tokens);
        return TokenTree::Group(group).into();
    }
    tokens
}

/// `let pattern: Type = value else { … }`, without a semicolon.
fn let_statement(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<syn::Token![let]>()?;
    syn::Pat::parse_single(input)?;
    if input.parse::<Option<syn::Token![:]>>()?.is_some() {
        input.parse::<syn::Type>()?;
    }
    if input.parse::<Option<syn::Token![=]>>()?.is_some() {
        input.parse::<syn::Expr>()?;
        if input.parse::<Option<syn::Token![else]>>()?.is_some() {
            input.parse::<syn::Block>()?;
        }
    }
    Ok(())
}

fn type_path(input: ParseStream<'_>) -> syn::Result<syn::TypePath> {
    input.parse()
}

fn tokens_between(start: Cursor<'_>, end: Cursor<'_>) -> TokenStream {
    let mut at = start;
    let mut trees = Vec::new();
    while at != end {
        let Some((tree, next)) = at.token_tree() else {
            break;
        };
        trees.push(tree);
        at = next;
    }
    trees.into_iter().collect()
}

fn same_token(found: &TokenTree, wanted: &TokenTree) -> bool {
    match (found, wanted) {
        (TokenTree::Punct(a), TokenTree::Punct(b)) => a.as_char() == b.as_char(),
        (TokenTree::Ident(a), TokenTree::Ident(b)) => a == b,
        (TokenTree::Literal(a), TokenTree::Literal(b)) => a.to_string() == b.to_string(),
        _ => false,
    }
}

fn transcribe(trees: &[TokenTree], bindings: &Bindings, budget: &mut usize) -> Option<TokenStream> {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        *budget = budget.checked_sub(1)?;
        if !is_punct(Some(tree), '$') {
            out.push(at_call(tree, bindings, budget)?);
            at += 1;
            continue;
        }
        match trees.get(at + 1)? {
            TokenTree::Ident(ident) if ident == "crate" => {
                out.push(Ident::new(DOLLAR_CRATE, Span::call_site()).into());
                at += 2;
            }
            TokenTree::Ident(ident) => {
                match bindings.get(&ident.to_string()) {
                    Some(Binding::Tokens(tokens)) => {
                        spend(tokens, budget)?;
                        out.extend(tokens.clone());
                    }
                    // A variable out of its repetition, or of a macro that this one defines.
                    Some(Binding::Repeated(_)) => return None,
                    None => {
                        out.push(tree.clone());
                        out.push(trees[at + 1].clone());
                    }
                }
                at += 2;
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                let (separator, _, next) = repetition(trees, at + 2)?;
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                repeat(&inner, &separator, bindings, budget, &mut out)?;
                at = next;
            }
            _ => return None,
        }
    }
    Some(out.into_iter().collect())
}

/// Takes the tokens of a fragment off the budget, those in its groups as well: a macro that writes its arguments
/// twice into a group, and hands that on, doubles them each time.
fn spend(tokens: &TokenStream, budget: &mut usize) -> Option<()> {
    for tree in tokens.clone() {
        *budget = budget.checked_sub(1)?;
        if let TokenTree::Group(group) = tree {
            spend(&group.stream(), budget)?;
        }
    }
    Some(())
}

fn repeat(
    inner: &[TokenTree],
    separator: &[TokenTree],
    bindings: &Bindings,
    budget: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    let used = used_variables(inner);
    let rounds = used
        .iter()
        .filter_map(|name| match bindings.get(name) {
            Some(Binding::Repeated(values)) => Some(values.len()),
            _ => None,
        })
        .max();
    let Some(rounds) = rounds else {
        // Repeats a macro that this one defines: leave it as it is.
        return None;
    };
    for round in 0..rounds {
        let mut inside = Bindings::default();
        for name in &used {
            let value = match bindings.get(name) {
                Some(Binding::Repeated(values)) => values.get(round)?,
                Some(tokens) => tokens,
                None => continue,
            };
            inside.insert(name.clone(), value.clone());
        }
        if round > 0 {
            out.extend(separator.iter().cloned());
        }
        out.extend(transcribe(inner, &inside, budget)?);
    }
    Some(())
}

fn used_variables(trees: &[TokenTree]) -> Vec<String> {
    let mut names = Vec::new();
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                names.extend(used_variables(&inner));
            }
            TokenTree::Ident(ident) if at > 0 && is_punct(trees.get(at - 1), '$') => {
                names.push(ident.to_string());
            }
            _ => {}
        }
    }
    names
}

/// A token of the definition, standing at the call.
fn at_call(tree: &TokenTree, bindings: &Bindings, budget: &mut usize) -> Option<TokenTree> {
    if let TokenTree::Group(group) = tree {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut moved = Group::new(group.delimiter(), transcribe(&inner, bindings, budget)?);
        moved.set_span(Span::call_site());
        return Some(TokenTree::Group(moved));
    }
    let mut moved = tree.clone();
    moved.set_span(Span::call_site());
    Some(moved)
}

fn is_punct(tree: Option<&TokenTree>, character: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}
