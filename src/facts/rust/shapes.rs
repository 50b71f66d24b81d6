//! The shapes of the arguments of well-known macros, as they are parsed.
//!
//! In: tokens. Out: the parts of them that are Rust.
//! *Invariant:* records nothing; tokens of another shape are an error, and no part of them is taken.

use super::cfg;
use super::scan::is_punct;
use super::syntax::token::{Delimiter, Ident, Kind, Token, Word};
use super::syntax::tree::{
    Attribute, Block, Expr, MetaValue, Pattern, Statement, StatementKind, Type,
};
use super::syntax::{Home, Parsed, Parser};
use crate::base::Cfg;

/// `matches!(value, pattern if guard)` and its kin: everything behind the first comma is a pattern.
pub(super) struct Matches<'a> {
    pub(super) value: Expr<'a>,
    pub(super) pattern: Pattern<'a>,
    pub(super) guard: Option<Expr<'a>>,
    pub(super) rest: &'a [Token],
}

pub(super) fn matches<'a>(input: &mut Parser<'a>) -> Parsed<Matches<'a>> {
    let value = input.expr()?;
    input.expect(b',', "`,`")?;
    Ok(Matches {
        value,
        pattern: input.pattern()?,
        guard: if input.eat_word(Word::If) {
            Some(input.expr()?)
        } else {
            None
        },
        rest: input.take_rest(),
    })
}

pub(super) struct SelectArm<'a> {
    pub(super) pattern: Option<Pattern<'a>>,
    pub(super) source: Source<'a>,
    pub(super) guard: Option<Expr<'a>>,
    pub(super) handler: Expr<'a>,
}

pub(super) enum Source<'a> {
    Nothing,
    Future(Expr<'a>),
    Channel(&'a [Expr<'a>]),
}

pub(super) fn select_arms<'a>(input: &mut Parser<'a>) -> Parsed<Vec<SelectArm<'a>>> {
    let mut arms = Vec::new();
    if input.is_ident() && input.is_at(1, b';') {
        // `biased;`
        input.advance();
        input.advance();
    }
    while !input.is_at_end() {
        arms.push(select_arm(input)?);
    }
    Ok(arms)
}

fn select_arm<'a>(input: &mut Parser<'a>) -> Parsed<SelectArm<'a>> {
    let mut arm = SelectArm {
        pattern: None,
        source: Source::Nothing,
        guard: None,
        handler: Expr::Unknown,
    };
    let is_word = input.word() == Word::Else || input.is_ident();
    if is_word && input.is_two_at(1, b'=', b'>') {
        // `else`, `default`, `complete`
        input.advance();
    } else if is_channel(input) {
        input.advance();
        let mut inside = input.group(Delimiter::Parenthesis)?;
        arm.source = Source::Channel(inside.exprs()?);
        if input.eat_two(b'-', b'>') {
            arm.pattern = Some(input.pattern()?);
        }
    } else {
        arm.pattern = Some(input.pattern()?);
        input.expect(b'=', "`=`")?;
        arm.source = Source::Future(input.expr()?);
        if input.eat(b',') {
            input.expect_word(Word::If, "`if`")?;
            arm.guard = Some(input.expr()?);
        }
    }
    if !input.eat_two(b'=', b'>') {
        return input.fail("`=>`");
    }
    // What stands behind a block is the next arm, whatever it begins with.
    arm.handler = if input.opens(Delimiter::Brace) {
        Expr::Block(input.block()?)
    } else {
        input.expr()?
    };
    input.eat(b',');
    Ok(arm)
}

/// `recv(r) ->` or `recv(r) =>`.
fn is_channel(input: &Parser<'_>) -> bool {
    let behind = 1 + input.nth(1).length();
    input.is_ident()
        && input.opens_at(1, Delimiter::Parenthesis)
        && (input.is_two_at(behind, b'-', b'>') || input.is_two_at(behind, b'=', b'>'))
}

/// The values among the arguments of a log macro: of fields, and those that the text takes.
pub(super) fn log_values<'a>(input: &mut Parser<'a>) -> Parsed<Vec<Expr<'a>>> {
    let mut values = Vec::new();
    while !input.is_at_end() {
        if input.opens(Delimiter::Brace) {
            let mut inside = input.group(Delimiter::Brace)?;
            values.extend(log_values(&mut inside)?);
        } else {
            log_key(input);
            if !input.eat(b'%') {
                input.eat(b'?');
            }
            values.push(input.expr()?);
        }
        if input.is_at_end() {
            break;
        }
        // slog: the key was an expression like any other.
        if !input.eat_two(b'=', b'>') && !input.eat(b';') {
            input.expect(b',', "`,`")?;
        }
    }
    Ok(values)
}

/// `target:`, `name =`, `a.b =`, `"text" =`.
fn log_key(input: &mut Parser<'_>) {
    if input.is_ident() && input.is_at(1, b':') && !input.is_separator_at(1) {
        input.advance();
        input.advance();
        return;
    }
    let mut ahead = *input;
    let is_key = if ahead.kind() == Kind::Literal {
        ahead.advance();
        true
    } else {
        dotted_name(&mut ahead).is_ok()
    };
    let is_assigned = ahead.is(b'=') && !ahead.is_two(b'=', b'=') && !ahead.is_two(b'=', b'>');
    if is_key && is_assigned {
        ahead.advance();
        *input = ahead;
    }
}

fn dotted_name(input: &mut Parser<'_>) -> Parsed<()> {
    input.any_ident()?;
    while input.eat(b'.') {
        input.any_ident()?;
    }
    Ok(())
}

/// The entries of an object without its braces.
pub(super) fn json_object<'a>(input: &mut Parser<'a>) -> Parsed<Vec<Expr<'a>>> {
    let mut values = Vec::new();
    while !input.is_at_end() {
        if input.opens(Delimiter::Parenthesis) || input.is_literal() {
            values.push(input.expr()?);
        } else {
            // A key may be any expression in front of the colon; a plain name is one too.
            values.push(Expr::Path(None, input.plain_path()?));
        }
        input.expect(b':', "`:`")?;
        values.extend(json_part(input)?);
        if input.is_at_end() {
            break;
        }
        input.expect(b',', "`,`")?;
    }
    Ok(values)
}

/// One value and nothing behind it.
pub(super) fn json_value<'a>(input: &mut Parser<'a>) -> Parsed<Vec<Expr<'a>>> {
    let values = json_part(input)?;
    input.eat(b',');
    Ok(values)
}

fn json_part<'a>(input: &mut Parser<'a>) -> Parsed<Vec<Expr<'a>>> {
    if input.opens(Delimiter::Brace) {
        return json_object(&mut input.group(Delimiter::Brace)?);
    }
    if input.opens(Delimiter::Bracket) {
        let mut inside = input.group(Delimiter::Bracket)?;
        let mut values = Vec::new();
        while !inside.is_at_end() {
            values.extend(json_part(&mut inside)?);
            if !inside.is_at_end() {
                inside.expect(b',', "`,`")?;
            }
        }
        return Ok(values);
    }
    if input.token().ident().is_some_and(|word| word == "null") {
        input.advance();
        return Ok(Vec::new());
    }
    Ok(vec![input.expr()?])
}

pub(super) fn pairs<'a>(input: &mut Parser<'a>) -> Parsed<Vec<Expr<'a>>> {
    let mut values = Vec::new();
    while !input.is_at_end() {
        values.push(input.expr()?);
        if !input.eat_two(b'=', b'>') {
            return input.fail("`=>`");
        }
        values.push(input.expr()?);
        if !input.is_at_end() {
            input.expect(b',', "`,`")?;
        }
    }
    Ok(values)
}

pub(super) fn repeat<'a>(input: &mut Parser<'a>) -> Parsed<(Expr<'a>, Expr<'a>)> {
    let value = input.expr()?;
    input.expect(b';', "`;`")?;
    Ok((value, input.expr()?))
}

pub(super) fn type_first<'a>(input: &mut Parser<'a>) -> Parsed<(Type<'a>, &'a [Expr<'a>])> {
    let ty = input.ty()?;
    if !input.is_at_end() {
        input.expect(b',', "`,`")?;
    }
    Ok((ty, input.exprs()?))
}

pub(super) type CfgArms<'a> = Vec<(Option<Cfg>, Block<'a>)>;

pub(super) fn cfg_if_arms<'a>(input: &mut Parser<'a>) -> Parsed<CfgArms<'a>> {
    let mut arms = Arms::default();
    let mut found = Vec::new();
    while !input.is_at_end() {
        let before = *input;
        while !input.opens(Delimiter::Brace) && input.skip() {}
        let Some(condition) = arms.next(input.home(), input.since(&before)) else {
            return input.fail("`if #[cfg(…)]` or `else`");
        };
        found.push((Some(condition), input.block()?));
    }
    Ok(found)
}

pub(super) fn cfg_select_arms<'a>(input: &mut Parser<'a>) -> Parsed<CfgArms<'a>> {
    let mut arms = Arms::default();
    let mut found = Vec::new();
    while !input.is_at_end() {
        let own = if input.eat_word(Word::Underscore) {
            None
        } else {
            Some(cfg::predicate(input)?)
        };
        if !input.eat_two(b'=', b'>') {
            return input.fail("`=>`");
        }
        let block = if input.opens(Delimiter::Brace) {
            input.block()?
        } else {
            let value = input.expr()?;
            block_of(input, value)
        };
        input.eat(b',');
        found.push((arms.choose(own), block));
    }
    Ok(found)
}

/// A block of one expression.
fn block_of<'a>(input: &Parser<'a>, value: Expr<'a>) -> Block<'a> {
    let statement = input.keep(Statement {
        attributes: &[],
        kind: StatementKind::Expr(value, false),
    });
    Block {
        statements: std::slice::from_ref(statement),
    }
}

/// `for await x in y` is read as `for x in y`.
pub(super) fn without_for_await<'a>(home: &'a Home<'a>, tokens: &'a [Token]) -> &'a [Token] {
    let is_await =
        |at: usize| tokens[at].word == Word::Await && at > 0 && tokens[at - 1].word == Word::For;
    if !(0..tokens.len()).any(is_await) {
        return tokens;
    }
    let kept = (0..tokens.len()).filter(|at| !is_await(*at));
    let mut kept: Vec<Token> = kept.map(|at| tokens[at]).collect();
    pair(&mut kept);
    home.slice(&kept)
}

/// Tells balanced delimiters anew how far away their partners are.
fn pair(tokens: &mut [Token]) {
    let mut open = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open(_) => open.push(at),
            Kind::Close(_) => {
                let Some(partner) = open.pop() else { continue };
                let distance = crate::base::number(at - partner);
                tokens[at].partner = distance;
                tokens[partner].partner = distance;
            }
            _ => {}
        }
    }
}

pub(super) struct PropertyTest<'a> {
    pub(super) attributes: &'a [Attribute<'a>],
    pub(super) name: Option<Ident>,
    pub(super) parameters: &'a [(Pattern<'a>, Strategy<'a>)],
    pub(super) body: Block<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Strategy<'a> {
    In(Expr<'a>),
    Of(Type<'a>),
}

/// `#[test] fn name(x in strategy, y: Type) { … } …`
pub(super) fn property_tests<'a>(input: &mut Parser<'a>) -> Parsed<Vec<PropertyTest<'a>>> {
    let mut tests = Vec::new();
    // `#![proptest_config(…)]`
    let config = input.inner_attributes(&[])?;
    if let Some(config) = config.first()
        && let MetaValue::List(tokens) = config.value
    {
        let value = input.inside(tokens).expr()?;
        tests.push(PropertyTest {
            attributes: &[],
            name: None,
            parameters: &[],
            body: block_of(input, value),
        });
    }
    while !input.is_at_end() {
        let attributes = input.outer_attributes()?;
        input.visibility()?;
        input.expect_word(Word::Fn, "`fn`")?;
        let name = Some(input.ident()?);
        let mut inside = input.group(Delimiter::Parenthesis)?;
        let parameters = inside.all_by_comma(property_parameter)?;
        input.output(true)?;
        tests.push(PropertyTest {
            attributes,
            name,
            parameters,
            body: input.block()?,
        });
    }
    Ok(tests)
}

fn property_parameter<'a>(input: &mut Parser<'a>) -> Parsed<(Pattern<'a>, Strategy<'a>)> {
    let pattern = input.single_pattern()?;
    if input.eat_word(Word::In) {
        return Ok((pattern, Strategy::In(input.expr()?)));
    }
    input.expect(b':', "`:`")?;
    Ok((pattern, Strategy::Of(input.ty()?)))
}

/// `criterion_group!(name, function, …)` or `criterion_group! { name = …; config = …; targets = …, … }`.
pub(super) fn benchmarks<'a>(input: &mut Parser<'a>) -> Parsed<(Ident, Vec<Expr<'a>>)> {
    if !input.is_at(1, b'=') {
        let name = input.ident()?;
        input.expect(b',', "`,`")?;
        return Ok((name, input.exprs()?.to_vec()));
    }
    let mut name = None;
    let mut values = Vec::new();
    while !input.is_at_end() {
        let key = input.ident()?;
        input.expect(b'=', "`=`")?;
        if key == "name" {
            name = Some(input.ident()?);
        } else {
            values.push(input.expr()?);
            while input.eat(b',') && !input.is_at_end() {
                values.push(input.expr()?);
            }
        }
        input.eat(b';');
    }
    match name {
        Some(name) => Ok((name, values)),
        None => input.fail("a group with a name"),
    }
}

/// The arms of a choice by `cfg`: each holds where its own predicate does and none before it.
#[derive(Default)]
pub(super) struct Arms {
    before: Vec<Cfg>,
}

impl Arms {
    /// The condition of the arm that these tokens lead to; `None` where they name none.
    pub(super) fn next<'a>(&mut self, home: &'a Home<'a>, head: &'a [Token]) -> Option<Cfg> {
        let own = arm_predicate(home, head);
        let is_last = || {
            head.last().is_some_and(|it| it.word == Word::Else)
                || arm_tokens(head).is_some_and(is_rest)
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
fn arm_predicate<'a>(home: &'a Home<'a>, head: &'a [Token]) -> Option<Cfg> {
    let tokens = match attribute_at_end(head) {
        Some([word, inside @ ..]) => {
            let is_cfg = word.ident().is_some_and(|word| word == "cfg");
            let [open, predicate @ .., _] = inside else {
                return None;
            };
            if !is_cfg || open.length() != inside.len() {
                return None;
            }
            predicate
        }
        _ => arm_tokens(head).filter(|it| !is_rest(it))?,
    };
    Parser::new(home, tokens).whole(|input| {
        let found = cfg::predicate(input)?;
        input.eat(b',');
        Ok(found)
    })
}

/// Whether it is the `_` in front of the arm for all the rest.
fn is_rest(tokens: &[Token]) -> bool {
    matches!(tokens, [only] if only.word == Word::Underscore)
}

/// What stands in the brackets of an attribute with which the tokens end.
fn attribute_at_end(head: &[Token]) -> Option<&[Token]> {
    let close = head
        .last()
        .filter(|it| it.kind == Kind::Close(Delimiter::Bracket))?;
    let open = (head.len() - 1).checked_sub(close.partner as usize)?;
    let is_attribute = open > 0 && is_punct(head.get(open - 1), b'#');
    is_attribute.then(|| &head[open + 1..head.len() - 1])
}

/// What stands in front of `=>`.
fn arm_tokens(head: &[Token]) -> Option<&[Token]> {
    let [before @ .., equals, greater] = head else {
        return None;
    };
    if !equals.is_punct(b'=') || !greater.is_punct(b'>') {
        return None;
    }
    // Commas in the parentheses of a predicate are its own.
    let mut depth = 0_usize;
    let start = before.iter().rposition(|token| {
        match token.kind {
            Kind::Close(_) => depth += 1,
            Kind::Open(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && token.is_punct(b',')
    });
    Some(&before[start.map_or(0, |at| at + 1)..])
}
