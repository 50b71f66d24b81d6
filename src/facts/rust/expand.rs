//! `macro_rules!` of the workspace, expanded where items stand
//! (<https://doc.rust-lang.org/reference/macros-by-example.html>).
//!
//! In: the text of a definition and the arguments of a call. Out: the facts of what the call writes.
//! Tokens of the arguments keep their place; those of the definition stand at the call.
//! *Limits:* [`DEPTH`] calls inside of one another and [`TOKENS`] tokens an expansion; past them the call stays unexpanded.

use std::rc::Rc;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};

use super::collector::{DOLLAR_CRATE, Origin};
use super::walk::walk_expansion;
use crate::base::Map;
use crate::facts::FileFacts;

/// Calls inside of one another are followed so far.
const DEPTH: usize = 64;
/// An expansion may hold so many tokens.
const TOKENS: usize = 200_000;

/// What a call asks for.
pub(crate) struct Call<'t> {
    /// The body of the `macro_rules!`, without its delimiters.
    pub definition: &'t str,
    /// The arguments, without their delimiters.
    pub arguments: &'t str,
    /// Where the tokens of the expansion stand.
    pub origin: Origin,
    /// The body of another macro that the definition can see, by name.
    pub others: &'t dyn Fn(&str) -> Option<String>,
}

/// Expands a call. `None` where no rule matches, a limit is reached, or what comes out are no items.
pub(crate) fn expand(call: &Call<'_>) -> Option<FileFacts> {
    let facts = expand_without_cleanup(call);
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

fn expand_without_cleanup(call: &Call<'_>) -> Option<FileFacts> {
    let arguments = TokenStream::from_str(call.arguments).ok()?;
    let mut budget = TOKENS;
    let mut file = expand_once(&rules(call.definition)?, &arguments, &mut budget)?;
    let mut known = Known::default();
    file.items = expand_nested(call, &mut known, file.items, DEPTH, &mut budget);
    Some(walk_expansion(&file, call.origin))
}

/// The rules of the other macros that a call has asked for; `None` where there is no such macro.
type Known = Map<String, Option<Rc<Vec<Rule>>>>;

fn expand_once(rules: &[Rule], arguments: &TokenStream, budget: &mut usize) -> Option<syn::File> {
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
            let tokens = transcribe(&rule.transcriber, &bindings, budget)?;
            return syn::parse2(tokens).ok();
        }
    }
    None
}

/// Expands the calls among `items` to macros that the definition can see; the others stay.
fn expand_nested(
    call: &Call<'_>,
    known: &mut Known,
    items: Vec<syn::Item>,
    depth: usize,
    budget: &mut usize,
) -> Vec<syn::Item> {
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        let expanded = nested_definition(call, known, &item, depth)
            .and_then(|(rules, tokens)| expand_once(&rules, &tokens, budget));
        match expanded {
            Some(mut file) => {
                if let syn::Item::Macro(around) = &item {
                    file.items
                        .iter_mut()
                        .for_each(|inner| hand_down(&around.attrs, inner));
                }
                all.extend(expand_nested(call, known, file.items, depth - 1, budget));
            }
            None => all.push(item),
        }
    }
    all
}

/// The `cfg` of a call is that of each item that it writes.
fn hand_down(attributes: &[syn::Attribute], item: &mut syn::Item) {
    let inner = match item {
        syn::Item::Const(item) => &mut item.attrs,
        syn::Item::Enum(item) => &mut item.attrs,
        syn::Item::ExternCrate(item) => &mut item.attrs,
        syn::Item::Fn(item) => &mut item.attrs,
        syn::Item::ForeignMod(item) => &mut item.attrs,
        syn::Item::Impl(item) => &mut item.attrs,
        syn::Item::Macro(item) => &mut item.attrs,
        syn::Item::Mod(item) => &mut item.attrs,
        syn::Item::Static(item) => &mut item.attrs,
        syn::Item::Struct(item) => &mut item.attrs,
        syn::Item::Trait(item) => &mut item.attrs,
        syn::Item::TraitAlias(item) => &mut item.attrs,
        syn::Item::Type(item) => &mut item.attrs,
        syn::Item::Union(item) => &mut item.attrs,
        syn::Item::Use(item) => &mut item.attrs,
        _ => return,
    };
    let cfgs = attributes.iter().filter(|it| it.path().is_ident("cfg"));
    inner.splice(0..0, cfgs.cloned());
}

fn nested_definition(
    call: &Call<'_>,
    known: &mut Known,
    item: &syn::Item,
    depth: usize,
) -> Option<(Rc<Vec<Rule>>, TokenStream)> {
    let syn::Item::Macro(item) = item else {
        return None;
    };
    if depth == 0 || item.ident.is_some() {
        return None;
    }
    let path = &item.mac.path;
    let is_own = match path.segments.len() {
        1 => true,
        2 => path.segments[0].ident == DOLLAR_CRATE,
        _ => false,
    };
    let last = path.segments.last().filter(|_| is_own)?;
    let last = last.ident.unraw().to_string();
    let rules = if let Some(rules) = known.get(&last) {
        rules.clone()
    } else {
        let found = (call.others)(&last).and_then(|definition| rules(&definition));
        known.entry(last).or_insert(found.map(Rc::new)).clone()
    };
    Some((rules?, item.mac.tokens.clone()))
}

struct Rule {
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

fn rules(definition: &str) -> Option<Vec<Rule>> {
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
fn fragment_tokens(input: ParseStream<'_>, fragment: &str) -> syn::Result<TokenStream> {
    let start = input.cursor();
    match fragment {
        "ident" => drop(Ident::parse_any(input)?),
        "tt" => drop(input.parse::<TokenTree>()?),
        "ty" => drop(input.parse::<syn::Type>()?),
        "expr" | "expr_2021" => drop(input.parse::<syn::Expr>()?),
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
    let tokens = tokens_between(start, input.cursor());
    if fragment.starts_with("expr") {
        let group = Group::new(Delimiter::None, tokens);
        return Ok(TokenTree::Group(group).into());
    }
    Ok(tokens)
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
                        let before = out.len();
                        out.extend(tokens.clone());
                        *budget = budget.checked_sub(out.len() - before)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base;

    fn items(definition: &str, arguments: &str) -> Option<Vec<String>> {
        let call = Call {
            definition,
            arguments,
            origin: Origin {
                call: base::Span::new(0, 1),
                arguments: Some(0),
            },
            others: &|_| None,
        };
        let facts = expand(&call)?;
        Some(
            facts
                .items
                .iter()
                .map(|item| item.name.to_string())
                .collect(),
        )
    }

    #[test]
    fn repetitions_nest_and_take_a_trailing_comma() {
        let definition = "($($name:ident { $($field:ident),* $(,)? }),* $(,)?) => { $(struct $name { $($field: u8),* })* }";
        let found = items(definition, "A { x, y }, B { z, },").expect("the rule matches");
        assert_eq!(found, ["A", "B"]);
    }

    #[test]
    fn the_first_rule_that_matches_is_taken() {
        let definition = "(fn $n:ident) => { fn $n() {} }; ($n:ident) => { struct $n; }";
        assert_eq!(items(definition, "fn a").expect("matches"), ["a"]);
        assert_eq!(items(definition, "B").expect("matches"), ["B"]);
        assert_eq!(items(definition, "1 + 1"), None);
    }

    #[test]
    fn a_call_that_never_ends_is_given_up() {
        let definition = "($($t:tt)*) => { again!($($t)* x); }";
        let call = Call {
            definition,
            arguments: "",
            origin: Origin {
                call: base::Span::new(0, 1),
                arguments: None,
            },
            others: &|_| Some(definition.to_owned()),
        };
        let facts = expand(&call).expect("the outermost call expands");
        assert_eq!(facts.macro_calls.len(), 1);
    }
}
