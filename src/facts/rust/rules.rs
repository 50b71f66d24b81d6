//! The rules of a `macro_rules!`: what they match, and what they write
//! (<https://doc.rust-lang.org/reference/macros-by-example.html>).
//!
//! In: the tokens of a definition and of the arguments of a call. Out: the tokens that the call writes.
//! *Invariant:* tokens of the arguments keep their spans; those of the definition have that of a call site.

use std::cell::Cell;
use std::rc::Rc;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseBuffer, ParseStream, Parser};

use super::extent::{expression_end, item_end};

/// What stands for `$crate` in an expansion.
pub(super) const DOLLAR_CRATE: &str = "__dollar_crate";

/// Operators of more than one character.
const OPERATORS: [&str; 25] = [
    "&&", "||", "==", "!=", "<=", ">=", "->", "<-", "=>", "::", "..", "<<", ">>", "+=", "-=", "*=",
    "/=", "%=", "^=", "&=", "|=", "..=", "...", "<<=", ">>=",
];

/// What the first rule that takes the arguments writes. `None` where none takes them, or the budget of tokens is spent.
pub(super) fn write(
    rules: &[Rule],
    arguments: TokenStream,
    budget: &mut usize,
) -> Option<TokenStream> {
    let parser = |input: ParseStream<'_>| {
        for rule in rules {
            let ahead = input.fork();
            let mut bindings = vec![None; rule.variables];
            let is_match = match_all(&ahead, &rule.matcher, &mut bindings).is_some();
            if is_match && ahead.is_empty() {
                input.advance_to(&ahead);
                return Ok((rule, bindings));
            }
        }
        Err(input.error("no rule takes this"))
    };
    let (rule, mut bindings) = parser.parse2(arguments).ok()?;
    transcribe(rule.transcriber.as_deref()?, &mut bindings, budget)
}

/// A rule: what it takes, and what it writes.
pub(super) struct Rule {
    matcher: Vec<Pattern>,
    /// How many variables it has; each is a number below.
    variables: usize,
    /// `None` where it cannot be read.
    transcriber: Option<Vec<Output>>,
}

/// A part of a matcher.
enum Pattern {
    Token(TokenTree),
    Group(Delimiter, Vec<Pattern>),
    Variable {
        variable: usize,
        fragment: String,
    },
    Repeat {
        inner: Vec<Pattern>,
        variables: Vec<usize>,
        separator: Vec<TokenTree>,
        operator: char,
    },
}

/// A part of a transcriber.
enum Output {
    /// A token, standing at the call.
    Token(TokenTree),
    Group(Delimiter, Vec<Output>),
    Variable(usize),
    Repeat {
        inner: Vec<Output>,
        variables: Vec<usize>,
        separator: Vec<TokenTree>,
    },
}

/// What a variable stands for.
#[derive(Clone)]
enum Binding {
    /// One token, no group.
    Token(TokenTree),
    Tokens(Rc<Fragment>),
    Repeated(Rc<Vec<Binding>>),
}

/// The tokens of one fragment.
struct Fragment {
    tokens: TokenStream,
    is_written: Cell<bool>,
}

impl From<TokenStream> for Binding {
    fn from(tokens: TokenStream) -> Self {
        Self::Tokens(Rc::new(Fragment {
            tokens,
            is_written: Cell::new(false),
        }))
    }
}

impl From<TokenTree> for Binding {
    fn from(tree: TokenTree) -> Self {
        match tree {
            TokenTree::Group(_) => TokenStream::from(tree).into(),
            token => Self::Token(token),
        }
    }
}

/// What each variable of a rule stands for.
type Bindings = Vec<Option<Binding>>;

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
        let mut names = Vec::new();
        rules.push(Rule {
            matcher: patterns(matcher.stream(), &mut names)?,
            variables: names.len(),
            transcriber: outputs(transcriber.stream(), &names),
        });
        at += 4;
        if is_punct(trees.get(at), ';') {
            at += 1;
        }
    }
    (at == trees.len()).then_some(rules)
}

/// The parts of a transcriber, given the variables of its matcher. `None` where they cannot be read.
fn outputs(tokens: TokenStream, known: &[String]) -> Option<Vec<Output>> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        at += 1;
        let next = trees.get(at).filter(|_| is_punct(Some(tree), '$'));
        match (tree, next) {
            (TokenTree::Group(group), _) => {
                let inner = outputs(group.stream(), known)?;
                parts.push(Output::Group(group.delimiter(), inner));
            }
            (_, Some(TokenTree::Ident(ident))) if ident == "crate" => {
                let ident = Ident::new(DOLLAR_CRATE, Span::call_site());
                parts.push(Output::Token(ident.into()));
                at += 1;
            }
            (_, Some(TokenTree::Ident(ident))) => {
                if let Some(variable) = known.iter().position(|it| ident == it) {
                    parts.push(Output::Variable(variable));
                } else {
                    // A variable of a macro that this one defines.
                    parts.push(Output::Token(at_call(tree.clone())));
                    parts.push(Output::Token(at_call(ident.clone().into())));
                }
                at += 1;
            }
            (_, Some(TokenTree::Group(group))) if group.delimiter() == Delimiter::Parenthesis => {
                let (separator, _, next) = repetition(&trees, at + 1)?;
                let inner = outputs(group.stream(), known)?;
                parts.push(Output::Repeat {
                    variables: used(&inner),
                    inner,
                    separator: separator.into_iter().map(at_call).collect(),
                });
                at = next;
            }
            _ if is_punct(Some(tree), '$') => return None,
            _ => parts.push(Output::Token(at_call(tree.clone()))),
        }
    }
    Some(parts)
}

/// A token of the definition, standing at the call.
fn at_call(mut tree: TokenTree) -> TokenTree {
    tree.set_span(Span::call_site());
    tree
}

/// Tokens with those in their groups, standing at the call.
pub(super) fn all_at_call(tokens: TokenStream) -> TokenStream {
    let trees = tokens.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => {
            let inner = all_at_call(group.stream());
            at_call(Group::new(group.delimiter(), inner).into())
        }
        token => at_call(token),
    });
    trees.collect()
}

/// The variables in a part of a transcriber.
fn used(parts: &[Output]) -> Vec<usize> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Output::Token(_) => {}
            Output::Group(_, inner) => found.extend(used(inner)),
            Output::Repeat { variables, .. } => found.extend(variables),
            Output::Variable(variable) => found.push(*variable),
        }
    }
    found
}

/// The parts of a matcher; adds the names of its variables.
fn patterns(tokens: TokenStream, names: &mut Vec<String>) -> Option<Vec<Pattern>> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut patterns = Vec::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        if !is_punct(Some(tree), '$') {
            patterns.push(match tree {
                TokenTree::Group(group) => {
                    let inner = self::patterns(group.stream(), names)?;
                    Pattern::Group(group.delimiter(), inner)
                }
                other => Pattern::Token(other.clone()),
            });
            at += 1;
            continue;
        }
        match trees.get(at + 1)? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                let (separator, operator, next) = repetition(&trees, at + 2)?;
                let first = names.len();
                let inner = self::patterns(group.stream(), names)?;
                patterns.push(Pattern::Repeat {
                    variables: (first..names.len()).collect(),
                    inner,
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
                    variable: names.len(),
                    fragment,
                });
                names.push(variable.to_string());
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

/// `None` where the patterns do not take what comes next.
fn match_all(input: ParseStream<'_>, patterns: &[Pattern], bindings: &mut Bindings) -> Option<()> {
    for pattern in patterns {
        match_one(input, pattern, bindings)?;
    }
    Some(())
}

fn match_one(input: ParseStream<'_>, pattern: &Pattern, bindings: &mut Bindings) -> Option<()> {
    match pattern {
        Pattern::Token(wanted) => {
            let (found, _) = input.cursor().token_tree()?;
            same_token(&found, wanted).then_some(())?;
            input.parse::<TokenTree>().ok().map(drop)
        }
        Pattern::Group(delimiter, inner) => {
            let inside = group(input, *delimiter)?;
            match_all(&inside, inner, bindings)?;
            inside.is_empty().then_some(())
        }
        Pattern::Variable { variable, fragment } => {
            bindings[*variable] = Some(self::fragment(input, fragment)?);
            Some(())
        }
        Pattern::Repeat {
            inner,
            variables,
            separator,
            operator,
        } => {
            let mut values = vec![Vec::new(); variables.len()];
            let mut rounds = 0;
            while !(input.is_empty() || *operator == '?' && rounds == 1) {
                let ahead = input.fork();
                if rounds > 0 && !takes(&ahead, separator) {
                    break;
                }
                let before = ahead.cursor();
                let is_match = match_all(&ahead, inner, bindings).is_some();
                if !is_match || ahead.cursor() == before {
                    break;
                }
                input.advance_to(&ahead);
                for (variable, values) in variables.iter().zip(&mut values) {
                    values.extend(bindings[*variable].take());
                }
                rounds += 1;
            }
            for (variable, values) in variables.iter().zip(values) {
                bindings[*variable] = Some(Binding::Repeated(Rc::new(values)));
            }
            (*operator != '+' || rounds > 0).then_some(())
        }
    }
}

/// The inside of the group that comes next.
fn group<'i>(input: &'i ParseBuffer<'_>, delimiter: Delimiter) -> Option<ParseBuffer<'i>> {
    input.cursor().group(delimiter)?;
    let parse = || {
        let inside;
        match delimiter {
            Delimiter::Parenthesis => drop(syn::parenthesized!(inside in input)),
            Delimiter::Brace => drop(syn::braced!(inside in input)),
            Delimiter::Bracket => drop(syn::bracketed!(inside in input)),
            Delimiter::None => return Err(input.error("no group")),
        }
        Ok(inside)
    };
    parse().ok()
}

/// Whether the next tokens are these; takes as many as fit.
fn takes(input: ParseStream<'_>, wanted: &[TokenTree]) -> bool {
    wanted.iter().all(|wanted| {
        let found = input.cursor().token_tree();
        let is_it = found.is_some_and(|(found, _)| same_token(&found, wanted));
        is_it && input.parse::<TokenTree>().is_ok()
    })
}

/// What a fragment takes; `None` where it takes nothing.
fn fragment(input: ParseStream<'_>, fragment: &str) -> Option<Binding> {
    match fragment {
        "tt" => {
            input.cursor().token_tree()?;
            let operator = input.step(|at| {
                let end = operator_end(*at).ok_or_else(|| at.error("no operator"))?;
                Ok((tokens_between(*at, end), end))
            });
            if let Ok(tokens) = operator {
                return Some(tokens.into());
            }
            input.parse::<TokenTree>().ok().map(Binding::from)
        }
        "ident" => {
            input.cursor().ident().filter(|(ident, _)| ident != "_")?;
            let ident = Ident::parse_any(input).ok()?;
            Some(Binding::Token(ident.into()))
        }
        _ => fragment_tokens(input, fragment).ok().map(Binding::from),
    }
}

/// Where a lifetime or an operator of several characters ends: each is one token
/// (<https://doc.rust-lang.org/reference/tokens.html#punctuation>).
fn operator_end(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some((_, rest)) = at.lifetime() {
        return Some(rest);
    }
    let mut operator = String::new();
    let mut end = None;
    let mut next = at.punct();
    while let Some((punct, rest)) = next {
        operator.push(punct.as_char());
        if OPERATORS.contains(&operator.as_str()) {
            end = Some(rest);
        }
        let is_joint = punct.spacing() == Spacing::Joint && operator.len() < 3;
        next = rest.punct().filter(|_| is_joint);
    }
    end
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

fn transcribe(
    parts: &[Output],
    bindings: &mut Bindings,
    budget: &mut usize,
) -> Option<TokenStream> {
    let mut out: Vec<TokenTree> = Vec::new();
    transcribe_into(parts, bindings, budget, &mut out)?;
    Some(out.into_iter().collect())
}

fn transcribe_into(
    parts: &[Output],
    bindings: &mut Bindings,
    budget: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    for part in parts {
        *budget = budget.checked_sub(1)?;
        match part {
            Output::Token(tree) => out.push(tree.clone()),
            Output::Group(delimiter, inner) => {
                let mut group = Group::new(*delimiter, transcribe(inner, bindings, budget)?);
                group.set_span(Span::call_site());
                out.push(group.into());
            }
            Output::Variable(variable) => match bindings[*variable].as_ref()? {
                Binding::Token(tree) => out.push(tree.clone()),
                Binding::Tokens(fragment) => {
                    // Groups that are written once hold no more than the arguments do.
                    if fragment.is_written.replace(true) {
                        spend(&fragment.tokens, budget)?;
                    }
                    let before = out.len();
                    out.extend(fragment.tokens.clone());
                    *budget = budget.checked_sub(out.len() - before)?;
                }
                // A variable out of its repetition.
                Binding::Repeated(_) => return None,
            },
            Output::Repeat {
                inner,
                variables,
                separator,
            } => repeat(inner, variables, separator, bindings, budget, out)?,
        }
    }
    Some(())
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
    inner: &[Output],
    variables: &[usize],
    separator: &[TokenTree],
    bindings: &mut Bindings,
    budget: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    let mut repeated: Vec<(usize, Rc<Vec<Binding>>)> = Vec::new();
    for &variable in variables {
        if let Some(Binding::Repeated(values)) = &bindings[variable] {
            repeated.push((variable, Rc::clone(values)));
        }
    }
    // Without a repeated variable it repeats a macro that this one defines: that is left as it is.
    let rounds = repeated.iter().map(|(_, values)| values.len()).max()?;
    for round in 0..rounds {
        for (variable, values) in &repeated {
            bindings[*variable] = Some(values.get(round)?.clone());
        }
        if round > 0 {
            out.extend(separator.iter().cloned());
        }
        transcribe_into(inner, bindings, budget, out)?;
    }
    for (variable, values) in repeated {
        bindings[variable] = Some(Binding::Repeated(values));
    }
    Some(())
}

fn is_punct(tree: Option<&TokenTree>, character: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}
