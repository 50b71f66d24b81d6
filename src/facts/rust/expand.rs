//! `macro_rules!` of the workspace, expanded where they are called.
//!
//! In: the rules of a macro, and a call with what stands around it. Out: the facts of what the call writes.
//! Tokens of the arguments keep their place; those of the definition stand at the call.

use bumpalo::Bump;

use super::nested::{Call, Nested, RuleCache, Written};
use super::syntax::token::Token;
use super::syntax::tree::{Impl, ItemKind};
use super::syntax::{Home, Keep, Parser, Text, lex};
use super::walk::{walk_body, walk_impl, walk_items};
use crate::facts::FileFacts;

/// Expands a call. `None` where no rule matches, a limit is reached, or what comes out does not fit where it stands.
pub(crate) fn expand(call: &Call<'_>, cache: &RuleCache) -> Option<FileFacts> {
    let arena = Bump::new();
    let source = Text {
        text: call.arguments,
        offset: call.origin.arguments.unwrap_or(0),
    };
    let arguments = lex(source, Keep::Documentation).ok()?;
    let home = Home::new(&arena, source);
    let nested = Nested::new(&home, call, cache);
    let tokens = nested.write(call.rules, &arguments)?;
    cache.reading(|| read(tokens, call, &nested))
}

/// The facts of what a call writes.
fn read<'a>(tokens: &'a [Token], call: &Call<'_>, nested: &'a Nested<'a>) -> Option<FileFacts> {
    match Written::parse(nested.home(), tokens, call.position)? {
        Written::Items(items) => {
            let items = nested.items(items);
            Some(walk_items(&items, call.origin, nested))
        }
        Written::ImplItems(items) => {
            let around = around(nested.home(), call.header?)?;
            let all = Impl { items, ..around };
            Some(walk_impl(&all, call.origin, nested))
        }
        // The trait stands elsewhere, and cannot be continued here.
        Written::TraitItems(_) => None,
        written => {
            let surroundings = call.surroundings.clone().unwrap_or_default();
            Some(walk_body(&written, surroundings, call.origin, nested))
        }
    }
}

/// The `impl` whose header this is, without members.
fn around<'a>(home: &'a Home<'a>, header: &str) -> Option<Impl<'a>> {
    let text = format!("{header} {{}}");
    let source = Text {
        text: &text,
        offset: 0,
    };
    let tokens = lex(source, Keep::Definition).ok()?;
    let tokens = home.slice(&tokens);
    match Parser::new(home, tokens).whole(Parser::item)?.kind {
        ItemKind::Impl(around) => Some(*around),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base;
    use crate::facts::Position;
    use crate::facts::rust::nested::{Origin, RulesOf};

    fn items(definition: &str, arguments: &str) -> Option<Vec<String>> {
        let definition = definition.to_owned();
        let call = Call {
            rules: RulesOf::Item(0),
            arguments,
            position: Position::Items,
            surroundings: None,
            header: None,
            origin: Origin {
                call: base::Span::new(0, 1),
                arguments: Some(0),
            },
            text: &|_| Some(definition.clone()),
            others: &|_| None,
        };
        let facts = expand(&call, &RuleCache::default())?;
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
            rules: RulesOf::Item(0),
            arguments: "",
            position: Position::Items,
            surroundings: None,
            header: None,
            origin: Origin {
                call: base::Span::new(0, 1),
                arguments: None,
            },
            text: &|_| Some(definition.to_owned()),
            others: &|_| Some(RulesOf::Item(0)),
        };
        let facts = expand(&call, &RuleCache::default()).expect("the outermost call expands");
        assert_eq!(facts.macro_calls.len(), 1);
    }
}
