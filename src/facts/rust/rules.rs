//! The rules of a `macro_rules!`: what they match, and what they write
//! (<https://doc.rust-lang.org/reference/macros-by-example.html>).
//!
//! In: the tokens of a definition and of the arguments of a call. Out: the tokens that the call writes.
//! *Invariant:* tokens of the arguments keep their spans; those of the definition stand nowhere.

use std::rc::Rc;

use super::extent::{expression_end, item_end};
use super::syntax::token::{Delimiter, Kind, Token, Word};
use super::syntax::{Home, Keep, Parsed, Parser, PathStyle, Text, lex};
use crate::base::{Name, name, number};

/// What stands for `$crate` in an expansion.
pub(super) const DOLLAR_CRATE: &str = "__dollar_crate";

/// Operators of more than one character.
const OPERATORS: [&[u8]; 25] = [
    b"&&", b"||", b"==", b"!=", b"<=", b">=", b"->", b"<-", b"=>", b"::", b"..", b"<<", b">>",
    b"+=", b"-=", b"*=", b"/=", b"%=", b"^=", b"&=", b"|=", b"..=", b"...", b"<<=", b">>=",
];

/// What the first rule that takes the arguments writes. `None` where none takes them, or the budget of tokens is spent.
pub(super) fn write<'a>(
    rules: &[Rule],
    home: &'a Home<'a>,
    arguments: &'a [Token],
    budget: &mut usize,
) -> Option<&'a [Token]> {
    let input = Parser::new(home, arguments);
    let (rule, mut bindings) = rules.iter().find_map(|rule| {
        let mut ahead = input;
        let mut bindings = vec![None; rule.variables];
        match_all(&mut ahead, &rule.matcher, &mut bindings)?;
        ahead.is_at_end().then_some((rule, bindings))
    })?;
    let mut written = Vec::new();
    let transcriber = rule.transcriber.as_deref()?;
    transcribe(transcriber, &mut bindings, budget, &mut written)?;
    Some(home.slice(&written))
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
    /// A token, with its text where it is a literal.
    Token(Token),
    Group(Delimiter, Vec<Pattern>),
    Variable {
        variable: usize,
        fragment: Name,
    },
    Repeat {
        inner: Vec<Pattern>,
        variables: Vec<usize>,
        separator: Vec<Token>,
        operator: u8,
    },
}

/// A part of a transcriber.
enum Output {
    /// A token, standing at the call.
    Token(Token),
    Group(Delimiter, Vec<Output>),
    Variable(usize),
    Repeat {
        inner: Vec<Output>,
        variables: Vec<usize>,
        separator: Vec<Token>,
    },
}

/// What a variable stands for.
#[derive(Clone)]
enum Binding<'a> {
    /// One token, no group.
    Token(Token),
    Tokens(Fragment<'a>),
    Repeated(Rc<Vec<Binding<'a>>>),
}

/// The tokens of one fragment.
#[derive(Clone, Copy)]
struct Fragment<'a> {
    tokens: &'a [Token],
    kind: FragmentKind,
}

/// What is written beside the tokens of a fragment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FragmentKind {
    /// Nothing.
    Plain,
    /// It stays one operand, whatever stands beside it.
    Expression,
    /// The semicolon is not part of the fragment; where it is written, the statement ends with it.
    Let,
}

impl<'a> Binding<'a> {
    fn of(tokens: &'a [Token], kind: FragmentKind) -> Self {
        match tokens {
            [only] if kind == FragmentKind::Plain => Self::Token(*only),
            _ => Self::Tokens(Fragment { tokens, kind }),
        }
    }
}

/// What each variable of a rule stands for.
type Bindings<'a> = Vec<Option<Binding<'a>>>;

/// The rules of a definition, given without its delimiters. `None` where they cannot be read.
pub(super) fn rules(definition: &str) -> Option<Vec<Rule>> {
    let source = Text {
        text: definition,
        offset: 0,
    };
    let tokens = lex(source, Keep::Definition).ok()?;
    let mut rules = Vec::new();
    let mut at = 0;
    while let Some(matcher) = inside_at(&tokens, at) {
        at += matcher.len() + 2;
        let is_arrow = is_punct(tokens.get(at), b'=') && is_punct(tokens.get(at + 1), b'>');
        let transcriber = inside_at(&tokens, at + 2).filter(|_| is_arrow)?;
        at += transcriber.len() + 4;
        let mut names = Vec::new();
        rules.push(Rule {
            matcher: patterns(matcher, &mut names)?,
            variables: names.len(),
            transcriber: outputs(transcriber, &names),
        });
        if is_punct(tokens.get(at), b';') {
            at += 1;
        }
    }
    (at == tokens.len()).then_some(rules)
}

/// The inside of the group that opens at an index.
fn inside_at(tokens: &[Token], at: usize) -> Option<&[Token]> {
    let open = tokens.get(at)?;
    let is_group = matches!(open.kind, Kind::Open(_));
    is_group.then(|| &tokens[at + 1..at + open.length() - 1])
}

/// The parts of a transcriber, given the variables of its matcher. `None` where they cannot be read.
fn outputs(tokens: &[Token], known: &[Name]) -> Option<Vec<Output>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Kind::Open(delimiter) = token.kind {
            let inside = inside_at(tokens, at)?;
            parts.push(Output::Group(delimiter, outputs(inside, known)?));
            at += token.length();
            continue;
        }
        at += 1;
        if !token.is_punct(b'$') {
            parts.push(Output::Token(*token));
            continue;
        }
        let next = tokens.get(at)?;
        if next.word == Word::Crate {
            parts.push(Output::Token(Token {
                name: Some(name(DOLLAR_CRATE)),
                word: Word::None,
                ..*next
            }));
            at += 1;
        } else if let Some(ident) = next.ident() {
            match known.iter().position(|it| *it == ident.name) {
                Some(variable) => parts.push(Output::Variable(variable)),
                // A variable of a macro that this one defines.
                None => parts.extend([Output::Token(*token), Output::Token(*next)]),
            }
            at += 1;
        } else if next.kind == Kind::Open(Delimiter::Parenthesis) {
            let inside = inside_at(tokens, at)?;
            let (separator, _, behind) = repetition(tokens, at + next.length())?;
            let inner = outputs(inside, known)?;
            parts.push(Output::Repeat {
                variables: used(&inner),
                inner,
                separator: separator.to_vec(),
            });
            at = behind;
        } else {
            return None;
        }
    }
    Some(parts)
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
fn patterns(tokens: &[Token], names: &mut Vec<Name>) -> Option<Vec<Pattern>> {
    let mut patterns = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Kind::Open(delimiter) = token.kind {
            let inner = self::patterns(inside_at(tokens, at)?, names)?;
            patterns.push(Pattern::Group(delimiter, inner));
            at += token.length();
            continue;
        }
        if !token.is_punct(b'$') {
            patterns.push(Pattern::Token(*token));
            at += 1;
            continue;
        }
        let next = tokens.get(at + 1)?;
        if next.kind == Kind::Open(Delimiter::Parenthesis) {
            let (separator, operator, behind) = repetition(tokens, at + 1 + next.length())?;
            let first = names.len();
            let inner = self::patterns(inside_at(tokens, at + 1)?, names)?;
            patterns.push(Pattern::Repeat {
                variables: (first..names.len()).collect(),
                inner,
                separator: separator.to_vec(),
                operator,
            });
            at = behind;
        } else {
            let variable = next.ident()?;
            let fragment = tokens.get(at + 3).and_then(Token::ident)?;
            is_punct(tokens.get(at + 2), b':').then_some(())?;
            patterns.push(Pattern::Variable {
                variable: names.len(),
                fragment: fragment.name,
            });
            names.push(variable.name);
            at += 4;
        }
    }
    Some(patterns)
}

/// The separator and operator behind `$(…)`, and the index behind them.
fn repetition(tokens: &[Token], at: usize) -> Option<(&[Token], u8, usize)> {
    let operator = |token: Option<&Token>| match token.map(|it| it.kind) {
        Some(Kind::Punct(punct @ (b'*' | b'+' | b'?'))) => Some(punct),
        _ => None,
    };
    // `$(…)+*` has `+` as separator.
    if let (Some(first), Some(second)) = (tokens.get(at), operator(tokens.get(at + 1))) {
        let first_is_operator = operator(Some(first)).is_some();
        if !first_is_operator || second == b'*' && first.is_punct(b'+') {
            return Some((&tokens[at..=at], second, at + 2));
        }
    }
    if let Some(found) = operator(tokens.get(at)) {
        return Some((&[], found, at + 1));
    }
    // A separator of two characters, such as `=>` or `::`.
    let third = operator(tokens.get(at + 2))?;
    Some((&tokens[at..at + 2], third, at + 3))
}

/// `None` where the patterns do not take what comes next.
fn match_all<'a>(
    input: &mut Parser<'a>,
    patterns: &[Pattern],
    bindings: &mut Bindings<'a>,
) -> Option<()> {
    for pattern in patterns {
        match_one(input, pattern, bindings)?;
    }
    Some(())
}

fn match_one<'a>(
    input: &mut Parser<'a>,
    pattern: &Pattern,
    bindings: &mut Bindings<'a>,
) -> Option<()> {
    match pattern {
        Pattern::Token(wanted) => {
            same_token(input, wanted).then_some(())?;
            input.advance();
            Some(())
        }
        Pattern::Group(delimiter, inner) => {
            let mut inside = input.group(*delimiter).ok()?;
            match_all(&mut inside, inner, bindings)?;
            inside.is_at_end().then_some(())
        }
        Pattern::Variable { variable, fragment } => {
            bindings[*variable] = Some(self::fragment(input, fragment.as_str())?);
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
            while !(input.is_at_end() || *operator == b'?' && rounds == 1) {
                let mut ahead = *input;
                if rounds > 0 && !takes(&mut ahead, separator) {
                    break;
                }
                let before = ahead;
                let is_match = match_all(&mut ahead, inner, bindings).is_some();
                if !is_match || ahead.is_same_place(&before) {
                    break;
                }
                *input = ahead;
                for (variable, values) in variables.iter().zip(&mut values) {
                    values.extend(bindings[*variable].take());
                }
                rounds += 1;
            }
            for (variable, values) in variables.iter().zip(values) {
                bindings[*variable] = Some(Binding::Repeated(Rc::new(values)));
            }
            (*operator != b'+' || rounds > 0).then_some(())
        }
    }
}

/// Whether the next tokens are these; takes as many as fit.
fn takes(input: &mut Parser<'_>, wanted: &[Token]) -> bool {
    wanted.iter().all(|wanted| {
        let is_it = same_token(input, wanted);
        if is_it {
            input.advance();
        }
        is_it
    })
}

fn same_token(input: &Parser<'_>, wanted: &Token) -> bool {
    let found = input.token();
    found.kind == wanted.kind
        && match found.kind {
            Kind::Punct(_) => true,
            Kind::Ident | Kind::Lifetime => found.name == wanted.name,
            Kind::Literal => input.home().literal(&found) == input.home().literal(wanted),
            _ => false,
        }
}

/// What a fragment takes; `None` where it takes nothing.
fn fragment<'a>(input: &mut Parser<'a>, fragment: &str) -> Option<Binding<'a>> {
    let before = *input;
    let mut kind = FragmentKind::Plain;
    // Where an item, expression or block ends is told without reading it where that is possible: it is read once, in
    // what the macro writes.
    let told = match fragment {
        "tt" => {
            let length = match input.kind() {
                Kind::Punct(_) => operator_length(input),
                Kind::End => return None,
                _ => input.token().length(),
            };
            let mut end = *input;
            (0..length).for_each(|_| end.advance());
            Some(end)
        }
        "expr" | "expr_2021" => {
            kind = FragmentKind::Expression;
            expression_end(*input)
        }
        "item" => item_end(*input),
        "block" if input.opens(Delimiter::Brace) => {
            let mut end = *input;
            end.skip();
            Some(end)
        }
        _ => None,
    };
    match told {
        Some(end) => *input = end,
        None => kind = parsed_fragment(input, fragment).ok()?,
    }
    Some(Binding::of(input.since(&before), kind))
}

/// Takes a fragment by parsing it (<https://doc.rust-lang.org/reference/macros-by-example.html#metavariables>).
fn parsed_fragment(input: &mut Parser<'_>, fragment: &str) -> Parsed<FragmentKind> {
    match fragment {
        "ident" if input.word() != Word::Underscore => drop(input.any_ident()?),
        "ty" => drop(input.ty()?),
        "path" if input.is(b'<') => drop(input.qualified_path(PathStyle::Type)?),
        "path" => drop(input.path(PathStyle::Type)?),
        "pat" => drop(input.pattern()?),
        "pat_param" => drop(input.single_pattern()?),
        "item" => drop(input.item()?),
        "stmt" if input.word() == Word::Let => {
            input.advance();
            input.local()?;
            return Ok(FragmentKind::Let);
        }
        "stmt" => drop(input.statement()?),
        "meta" => drop(input.meta()?),
        "vis" => drop(input.visibility()?),
        "lifetime" if input.kind() == Kind::Lifetime => input.advance(),
        "literal" => {
            input.eat(b'-');
            if !input.is_literal() {
                return input.fail("a literal");
            }
            input.advance();
        }
        _ => return input.fail("another fragment"),
    }
    Ok(FragmentKind::Plain)
}

/// Of how many tokens the operator here is: its characters are one token to a macro
/// (<https://doc.rust-lang.org/reference/tokens.html#punctuation>).
fn operator_length(input: &Parser<'_>) -> usize {
    let mut operator = Vec::new();
    let mut length = 1;
    while let Kind::Punct(character) = input.nth(operator.len()).kind {
        let is_joint = input.nth(operator.len()).is_joint;
        operator.push(character);
        if OPERATORS.contains(&operator.as_slice()) {
            length = operator.len();
        }
        if !is_joint || operator.len() == 3 {
            break;
        }
    }
    length
}

fn transcribe<'a>(
    parts: &[Output],
    bindings: &mut Bindings<'a>,
    budget: &mut usize,
    out: &mut Vec<Token>,
) -> Option<()> {
    for part in parts {
        *budget = budget.checked_sub(1)?;
        match part {
            Output::Token(token) => out.push(*token),
            Output::Group(delimiter, inner) => {
                let open = open_group(*delimiter, out);
                transcribe(inner, bindings, budget, out)?;
                close_group(*delimiter, open, out);
            }
            Output::Variable(variable) => match bindings[*variable].as_ref()? {
                Binding::Token(token) => out.push(*token),
                Binding::Tokens(fragment) => write_fragment(*fragment, budget, out)?,
                // A variable out of its repetition.
                Binding::Repeated(_) => return None,
            },
            Output::Repeat {
                inner,
                variables,
                separator,
            } => {
                let mut repeated: Vec<(usize, Rc<Vec<Binding<'a>>>)> = Vec::new();
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
                        out.extend(separator);
                    }
                    transcribe(inner, bindings, budget, out)?;
                }
                for (variable, values) in repeated {
                    bindings[variable] = Some(Binding::Repeated(values));
                }
            }
        }
    }
    Some(())
}

/// Writes a fragment, and takes all of its tokens off the budget: a macro that writes its arguments twice, and hands that on,
/// doubles them each time.
fn write_fragment(fragment: Fragment<'_>, budget: &mut usize, out: &mut Vec<Token>) -> Option<()> {
    let tokens = fragment.tokens;
    *budget = budget.checked_sub(tokens.len())?;
    match fragment.kind {
        FragmentKind::Plain => out.extend(tokens),
        FragmentKind::Expression => {
            let open = open_group(Delimiter::None, out);
            out.extend(tokens);
            close_group(Delimiter::None, open, out);
        }
        FragmentKind::Let => {
            out.extend(tokens);
            out.push(Token::punct(b';'));
        }
    }
    Some(())
}

fn open_group(delimiter: Delimiter, out: &mut Vec<Token>) -> usize {
    out.push(Token {
        kind: Kind::Open(delimiter),
        ..Token::END
    });
    out.len() - 1
}

fn close_group(delimiter: Delimiter, open: usize, out: &mut Vec<Token>) {
    let partner = number(out.len() - open);
    out[open].partner = partner;
    out.push(Token {
        kind: Kind::Close(delimiter),
        partner,
        ..Token::END
    });
}

fn is_punct(token: Option<&Token>, character: u8) -> bool {
    token.is_some_and(|token| token.is_punct(character))
}
