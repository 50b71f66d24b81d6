//! What a macro call asks for, and how the calls in what it writes are expanded in turn.
//!
//! In: the rules of macros, and a call with what stands around it. Out: tokens, parsed for the place where they stand.
//! *Limits:* [`DEPTH`] calls inside of one another and [`TOKENS`] tokens an expansion; past them a call stays unexpanded.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};

use super::rules::{DOLLAR_CRATE, Rule, rules, write};
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
pub(super) enum Written {
    Items(syn::File),
    Expression(Box<syn::Expr>),
    Statements(Vec<syn::Stmt>),
    Type(syn::Type),
    Pattern(syn::Pat),
    ImplItems(Vec<syn::ImplItem>),
    TraitItems(Vec<syn::TraitItem>),
    ForeignItems(Vec<syn::ForeignItem>),
}

impl Written {
    pub(super) fn parse(tokens: TokenStream, position: Position) -> Option<Self> {
        match position {
            Position::Items => syn::parse2(tokens).ok().map(Self::Items),
            Position::Expression => Self::expression_or_statements.parse2(tokens).ok(),
            Position::Statement => {
                let statements = syn::Block::parse_within.parse2(tokens);
                statements.ok().map(Self::Statements)
            }
            Position::Type => syn::parse2(tokens).ok().map(Self::Type),
            Position::Pattern => {
                let pattern = syn::Pat::parse_multi_with_leading_vert;
                pattern.parse2(tokens).ok().map(Self::Pattern)
            }
            Position::ImplItems => all.parse2(tokens).ok().map(Self::ImplItems),
            Position::TraitItems => all.parse2(tokens).ok().map(Self::TraitItems),
            Position::ForeignItems => all.parse2(tokens).ok().map(Self::ForeignItems),
        }
    }

    fn expression_or_statements(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.fork();
        if let Ok(expression) = ahead.parse()
            && ahead.is_empty()
        {
            input.advance_to(&ahead);
            return Ok(Self::Expression(expression));
        }
        syn::Block::parse_within(input).map(Self::Statements)
    }
}

/// As many of them as there are.
fn all<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    while !input.is_empty() {
        all.push(input.parse()?);
    }
    Ok(all)
}

/// How the calls in what a call writes are expanded.
pub(super) struct Nested<'c> {
    call: &'c Call<'c>,
    cache: &'c RuleCache,
    budget: Cell<usize>,
    depth: Cell<usize>,
}

impl<'c> Nested<'c> {
    pub(super) fn new(call: &'c Call<'c>, cache: &'c RuleCache) -> Self {
        Self {
            call,
            cache,
            budget: Cell::new(TOKENS),
            depth: Cell::new(0),
        }
    }

    pub(super) fn write(&self, rules: RulesOf, arguments: TokenStream) -> Option<TokenStream> {
        let begun = Instant::now();
        let rules = self.cache.get(rules, self.call.text)?;
        let mut budget = self.budget.get();
        let tokens = write(&rules, arguments, &mut budget);
        let mut spent = self.cache.spent();
        spent.tokens += self.budget.replace(budget) - budget;
        spent.writing += begun.elapsed();
        self.cache.spent.set(spent);
        tokens
    }

    /// What a call to a macro that the definition can see writes, for [`Nested::within`] to look into.
    pub(super) fn expand(&self, mac: &syn::Macro) -> Option<TokenStream> {
        if self.depth.get() >= DEPTH {
            return None;
        }
        let path = &mac.path;
        let is_own = match path.segments.len() {
            1 => path.leading_colon.is_none(),
            2 => path.segments[0].ident == DOLLAR_CRATE,
            _ => false,
        };
        if !is_own {
            return None;
        }
        let segments = path.segments.iter();
        let segments: Vec<String> = segments.map(|it| it.ident.unraw().to_string()).collect();
        let rules = (self.call.others)(&segments)?;
        self.write(rules, mac.tokens.clone())
    }

    /// Runs `body` one call further inside.
    pub(super) fn within<T>(&self, body: impl FnOnce() -> T) -> T {
        self.depth.set(self.depth.get() + 1);
        let result = body();
        self.depth.set(self.depth.get() - 1);
        result
    }

    /// Expands the calls among `items` to macros that the definition can see; the others stay.
    pub(super) fn items(&self, items: Vec<syn::Item>) -> Vec<syn::Item> {
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            let expanded = match &item {
                syn::Item::Macro(call) if call.ident.is_none() => self.expand(&call.mac),
                _ => None,
            };
            let expanded = expanded.and_then(|tokens| syn::parse2::<syn::File>(tokens).ok());
            match expanded {
                Some(mut file) => {
                    if let syn::Item::Macro(around) = &item {
                        file.items
                            .iter_mut()
                            .for_each(|inner| hand_down(&around.attrs, inner));
                    }
                    all.extend(self.within(|| self.items(file.items)));
                }
                None => all.push(item),
            }
        }
        all
    }
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
