//! `kinds`: which references a rule looks at.

use crate::base::{Conditions, Name, ReferenceKind};
use crate::graph::Reference;
use crate::rules::Kinds;

/// Whether a rule with these `kinds` looks at a reference under these conditions.
///
/// Without a word about `test`, references under `test` are left out. Words for the kind (`import`) and words for the
/// conditions (`feature:x`) restrict separately: `["type", "field", "feature:x"]` is types and fields under that feature.
#[must_use]
pub(super) fn looks_at(kinds: &Kinds, reference: &Reference, conditions: &Conditions) -> bool {
    let holds = |word: &Name| word_holds(word, reference.kind, conditions);
    if kinds.without.iter().any(holds) {
        return false;
    }
    if conditions.test && !names(kinds, "test") {
        return false;
    }
    let any_of = |of_kind: bool| {
        let mut words = kinds
            .only
            .iter()
            .filter(|word| is_kind(word) == of_kind)
            .peekable();
        words.peek().is_none() || words.any(holds)
    };
    any_of(true) && any_of(false)
}

/// Whether the words are about this one, with or without `!`.
pub(super) fn names(kinds: &Kinds, word: &str) -> bool {
    kinds
        .only
        .iter()
        .chain(&kinds.without)
        .any(|named| named == word)
}

fn is_kind(word: &str) -> bool {
    ReferenceKind::ALL.iter().any(|kind| kind.word() == word)
}

fn word_holds(word: &str, kind: ReferenceKind, conditions: &Conditions) -> bool {
    match word {
        "test" => conditions.test,
        "build" => conditions.build,
        "dev" => conditions.dev,
        "target" => conditions.target,
        _ => match word.strip_prefix("feature:") {
            Some(feature) => conditions.features.iter().any(|name| name == feature),
            None => kind.word() == word,
        },
    }
}
