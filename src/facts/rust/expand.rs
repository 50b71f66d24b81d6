//! `macro_rules!` of the workspace, expanded where they are called.
//!
//! In: the rules of a macro, and a call with what stands around it. Out: the facts of what the call writes.
//! Tokens of the arguments keep their place; those of the definition stand at the call.

use std::str::FromStr;

use proc_macro2::TokenStream;

use super::nested::{Call, Nested, RuleCache, Written};
use super::rules::all_at_call;
use super::walk::{walk_body, walk_impl, walk_items};
use crate::facts::FileFacts;

/// Expands a call. `None` where no rule matches, a limit is reached, or what comes out does not fit where it stands.
pub(crate) fn expand(call: &Call<'_>, cache: &RuleCache) -> Option<FileFacts> {
    let nested = Nested::new(call, cache);
    let arguments = TokenStream::from_str(call.arguments).ok();
    let tokens = arguments.and_then(|arguments| nested.write(call.rules, arguments));
    let facts = cache.reading(|| read(tokens?, call, &nested));
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

/// The facts of what a call writes.
fn read(tokens: TokenStream, call: &Call<'_>, nested: &Nested<'_>) -> Option<FileFacts> {
    match Written::parse(tokens, call.position)? {
        Written::Items(mut file) => {
            file.items = nested.items(file.items);
            Some(walk_items(&file, call.origin, nested))
        }
        Written::ImplItems(items) => {
            let header = TokenStream::from_str(&format!("{} {{}}", call.header?)).ok()?;
            let mut around: syn::ItemImpl = syn::parse2(all_at_call(header)).ok()?;
            around.items = items;
            Some(walk_impl(&around, call.origin, nested))
        }
        // The trait stands elsewhere, and cannot be continued here.
        Written::TraitItems(_) => None,
        written => {
            let surroundings = call.surroundings.clone().unwrap_or_default();
            Some(walk_body(&written, surroundings, call.origin, nested))
        }
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
