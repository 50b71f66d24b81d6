//! What a macro call asks for, and how the calls in what it writes are expanded in turn.
//!
//! In: the rules of macros, and a call with what stands around it. Out: tokens, parsed for the place where they stand.
//! *Limits:* [`DEPTH`] calls inside of one another and [`TOKENS`] tokens an expansion; past them a call stays unexpanded.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::depth::is_too_deep;
use super::rules::{DOLLAR_CRATE, Rule, rules, write};
use super::syntax::token::Token;
use super::syntax::tree::{Attribute, Expr, Item, ItemKind, Macro, Pattern, Statement, Type};
use super::syntax::{Home, Parser};
use crate::base::{Map, Name, Span};
use crate::facts::Position;
use crate::facts::code::LocalIx;

/// Calls inside of one another are followed so far.
const DEPTH: usize = 64;
/// An expansion may hold so many tokens.
pub(crate) const TOKENS: usize = 200_000;

/// Whose rules they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RulesOf {
    /// A macro of the workspace, by its number there.
    Item(u32),
    /// A macro of a well-known crate: the rules themselves.
    Known(&'static str),
}

/// What a call asks for.
pub(crate) struct Call<'t> {
    /// The macro.
    pub rules: RulesOf,
    /// The arguments, without their delimiters.
    pub arguments: &'t str,
    /// Where the call stands.
    pub position: Position,
    /// What it can see of the body around it.
    pub surroundings: Option<Surroundings>,
    /// Of a call among the members of an `impl`: what stands in front of the body of that.
    pub header: Option<&'t str>,
    /// Where the tokens of the expansion stand.
    pub origin: Origin,
    /// The text of the rules of a macro, without the delimiters.
    pub text: &'t dyn Fn(RulesOf) -> Option<String>,
    /// The macro that a path means in what the call writes; the first segment may be `$crate`.
    pub others: &'t dyn Fn(&[String]) -> Option<RulesOf>,
}

/// What a call in a body can see.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// The local bindings, the innermost last.
    pub locals: Vec<Visible>,
    /// The generic parameters.
    pub types: Vec<Name>,
    /// Whether `Self` means something.
    pub has_self: bool,
}

/// A local binding that a call can see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Visible {
    /// Its name.
    pub name: Name,
    /// Whether the name may be a constant instead.
    pub maybe_constant: bool,
    /// How many calls lie between: 0 is the code that holds the call.
    pub level: u32,
    /// The binding there.
    pub local: LocalIx,
}

/// The rules that were read already. Belongs to one thread.
#[derive(Default)]
pub(crate) struct RuleCache {
    rules: RefCell<Map<RulesOf, Option<Rc<Vec<Rule>>>>>,
    spent: Cell<Spent>,
}

/// What calls have cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spent {
    /// The tokens that they have written.
    pub tokens: usize,
    /// The time that it took to read these.
    pub reading: Duration,
    /// The time that it took to write them.
    writing: Duration,
}

impl Spent {
    /// What was spent after `before`.
    #[must_use]
    pub(crate) fn since(self, before: Self) -> Self {
        Self {
            tokens: self.tokens - before.tokens,
            reading: self.reading.saturating_sub(before.reading),
            writing: self.writing.saturating_sub(before.writing),
        }
    }
}

impl RuleCache {
    /// What this thread has read for a batch of calls, by the batch's number: macros have other numbers in the next one.
    pub(crate) fn of_batch(batch: usize) -> Rc<Self> {
        thread_local! {
            static KEPT: RefCell<(usize, Rc<RuleCache>)> = RefCell::default();
        }
        KEPT.with_borrow_mut(|(of, kept)| {
            if *of != batch {
                *of = batch;
                *kept = Rc::default();
            }
            Rc::clone(kept)
        })
    }

    /// What the calls have cost that used this cache.
    pub(crate) fn spent(&self) -> Spent {
        self.spent.get()
    }

    /// Runs `read`, which reads what a call has written. The calls in it are written meanwhile.
    pub(super) fn reading<T>(&self, read: impl FnOnce() -> T) -> T {
        let (begun, before) = (Instant::now(), self.spent());
        let result = read();
        let mut spent = self.spent();
        let writing = spent.since(before).writing;
        spent.reading += begun.elapsed().saturating_sub(writing);
        self.spent.set(spent);
        result
    }

    fn get(&self, of: RulesOf, text: &dyn Fn(RulesOf) -> Option<String>) -> Option<Rc<Vec<Rule>>> {
        if let Some(known) = self.rules.borrow().get(&of) {
            return known.clone();
        }
        let found = text(of).and_then(|text| rules(&text)).map(Rc::new);
        self.rules.borrow_mut().insert(of, found.clone());
        found
    }
}

/// Where the tokens of an expansion stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// The call, where everything stands that the definition writes.
    pub call: Span,
    /// Where the arguments begin in the text, if they stand there.
    pub arguments: Option<u32>,
}

/// What a call writes, by where it stands.
pub(super) enum Written<'a> {
    Items(&'a [Item<'a>]),
    Expression(Expr<'a>),
    Statements(&'a [Statement<'a>]),
    Type(Type<'a>),
    Pattern(Pattern<'a>),
    ImplItems(&'a [Item<'a>]),
    TraitItems(&'a [Item<'a>]),
    ForeignItems(&'a [Item<'a>]),
}

impl<'a> Written<'a> {
    pub(super) fn parse(
        home: &'a Home<'a>,
        tokens: &'a [Token],
        position: Position,
    ) -> Option<Self> {
        if is_too_deep(tokens) {
            return None;
        }
        let input = Parser::new(home, tokens);
        match position {
            Position::Items => {
                let file = input.whole(Parser::file)?;
                Some(Self::Items(file.items))
            }
            Position::Expression => match input.whole(Parser::expr) {
                Some(expression) => Some(Self::Expression(expression)),
                None => input.whole(Parser::statements).map(Self::Statements),
            },
            Position::Statement => input.whole(Parser::statements).map(Self::Statements),
            Position::Type => input.whole(Parser::ty).map(Self::Type),
            Position::Pattern => input.whole(Parser::pattern).map(Self::Pattern),
            Position::ImplItems => input.whole(Parser::items).map(Self::ImplItems),
            Position::TraitItems => input.whole(Parser::items).map(Self::TraitItems),
            Position::ForeignItems => input.whole(Parser::items).map(Self::ForeignItems),
        }
    }
}

/// How the calls in what a call writes are expanded.
pub(super) struct Nested<'c> {
    home: &'c Home<'c>,
    call: &'c Call<'c>,
    cache: &'c RuleCache,
    budget: Cell<usize>,
    depth: Cell<usize>,
}

impl<'c> Nested<'c> {
    pub(super) fn new(home: &'c Home<'c>, call: &'c Call<'c>, cache: &'c RuleCache) -> Self {
        Self {
            home,
            call,
            cache,
            budget: Cell::new(TOKENS),
            depth: Cell::new(0),
        }
    }

    /// Where the trees live.
    pub(super) fn home(&self) -> &'c Home<'c> {
        self.home
    }

    pub(super) fn write(&self, rules: RulesOf, arguments: &'c [Token]) -> Option<&'c [Token]> {
        let begun = Instant::now();
        let rules = self.cache.get(rules, self.call.text)?;
        let mut budget = self.budget.get();
        let tokens = write(&rules, self.home, arguments, &mut budget);
        let mut spent = self.cache.spent();
        spent.tokens += self.budget.replace(budget) - budget;
        spent.writing += begun.elapsed();
        self.cache.spent.set(spent);
        tokens
    }

    /// What a call to a macro that the definition can see writes, for [`Nested::within`] to look into.
    pub(super) fn expand(&self, mac: &Macro<'c>) -> Option<&'c [Token]> {
        if self.depth.get() >= DEPTH {
            return None;
        }
        let path = &mac.path;
        let is_own = match path.segments {
            [_] => path.global.is_none(),
            [first, _] => first.ident == DOLLAR_CRATE,
            _ => false,
        };
        if !is_own {
            return None;
        }
        let segments = path.segments.iter();
        let segments: Vec<String> = segments.map(|it| it.ident.name.to_string()).collect();
        let rules = (self.call.others)(&segments)?;
        self.write(rules, mac.tokens)
    }

    /// Runs `body` one call further inside.
    pub(super) fn within<T>(&self, body: impl FnOnce() -> T) -> T {
        self.depth.set(self.depth.get() + 1);
        let result = body();
        self.depth.set(self.depth.get() - 1);
        result
    }

    /// Expands the calls among `items` to macros that the definition can see; the others stay.
    pub(super) fn items(&self, items: &[Item<'c>]) -> Vec<Item<'c>> {
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            let expanded = match item.kind {
                ItemKind::Macro(None, call) => self.expand(call),
                _ => None,
            };
            let written =
                expanded.and_then(|tokens| Written::parse(self.home, tokens, Position::Items));
            match written {
                Some(Written::Items(inner)) => {
                    let inner: Vec<Item<'c>> = inner
                        .iter()
                        .map(|inner| self.hand_down(item.attributes, inner))
                        .collect();
                    all.extend(self.within(|| self.items(&inner)));
                }
                _ => all.push(*item),
            }
        }
        all
    }

    /// The `cfg` of a call is that of each item that it writes.
    fn hand_down(&self, attributes: &[Attribute<'c>], item: &Item<'c>) -> Item<'c> {
        let cfgs = attributes.iter().filter(|it| it.path.is("cfg"));
        let mut all: Vec<Attribute<'c>> = cfgs.copied().collect();
        if all.is_empty() {
            return *item;
        }
        all.extend(item.attributes);
        Item {
            attributes: self.home.slice(&all),
            ..*item
        }
    }
}
