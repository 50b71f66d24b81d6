//! Globs over names, and how specific a path pattern is.
//!
//! In: patterns of the rule language, and names. Out: whether they match.
//! *Invariant:* matching allocates nothing.

use crate::base::{Name, name};

use super::model::{NamePattern, PathPattern};

impl PathPattern {
    /// Reads `shop_*::adapters::**`. The text is taken as it is: its syntax is checked by the parser of selectors.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        Self {
            segments: text.split("::").map(NamePattern::new).collect(),
        }
    }

    /// How specific the pattern is: segments without a glob, then characters that are no glob.
    /// Where two patterns claim one module, the greater one wins.
    #[must_use]
    pub(crate) fn specificity(&self) -> (usize, usize) {
        let literal = self.segments.iter().filter(|part| !part.is_glob()).count();
        let characters = self
            .segments
            .iter()
            .map(|part| part.text.bytes().filter(|&byte| byte != b'*').count())
            .sum();
        (literal, characters)
    }

    /// The path, where the pattern holds no glob.
    #[must_use]
    pub(crate) fn literal(&self) -> Option<Name> {
        if self.segments.iter().any(|part| part.is_glob()) {
            return None;
        }
        let parts: Vec<&str> = self
            .segments
            .iter()
            .map(|part| part.text.as_str())
            .collect();
        Some(name(&parts.join("::")))
    }
}

impl NamePattern {
    /// Reads `shop-*`.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        Self { text: name(text) }
    }

    /// Whether the pattern matches the whole of `name`.
    #[must_use]
    pub(crate) fn matches(self, name: &str) -> bool {
        match_name(self.text.as_bytes(), name.as_bytes())
    }

    /// Whether it holds a `*`.
    #[must_use]
    pub(crate) fn is_glob(self) -> bool {
        self.text.as_bytes().contains(&b'*')
    }
}

/// Matches one name; `*` stands for any characters, also none.
fn match_name(pattern: &[u8], text: &[u8]) -> bool {
    let (mut at, mut read) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while read < text.len() {
        if pattern.get(at) == Some(&b'*') {
            at += 1;
            retry = Some((at, read));
        } else if pattern.get(at) == Some(&text[read]) {
            at += 1;
            read += 1;
        } else if let Some((after, from)) = retry {
            at = after;
            read = from + 1;
            retry = Some((after, from + 1));
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same question asked by plain recursion.
    fn naive_name(pattern: &[char], text: &[char]) -> bool {
        match (pattern.split_first(), text.split_first()) {
            (None, None) => true,
            (Some(('*', after)), _) => {
                naive_name(after, text) || (!text.is_empty() && naive_name(pattern, &text[1..]))
            }
            (Some((a, after)), Some((b, below))) => a == b && naive_name(after, below),
            _ => false,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn agrees_with_plain_recursion(pattern in "[ab*]{1,4}", text in "[ab]{1,6}") {
            let letters = |text: &str| text.chars().collect::<Vec<char>>();
            let found = NamePattern::new(&pattern).matches(&text);
            prop_assert_eq!(found, naive_name(&letters(&pattern), &letters(&text)));
        }
    }

    #[test]
    fn more_literal_segments_are_more_specific() {
        let order = [
            "**",
            "shop_*",
            "shop_web",
            "shop_web::*",
            "shop_web::orders",
        ];
        let ranks: Vec<_> = order
            .iter()
            .map(|text| PathPattern::new(text).specificity())
            .collect();
        assert!(ranks.is_sorted(), "{ranks:?}");
        assert!(ranks[3] < ranks[4] && ranks[0] < ranks[1]);
    }
}
