//! Globs over paths and names.
//!
//! In: patterns of the rule language, and absolute paths. Out: whether they match, and how specific a pattern is.
//! *Invariant:* matching allocates nothing.

use crate::base::{Name, name};

use super::model::{NamePattern, PathPattern};

impl PathPattern {
    /// Reads `shop_*::adapters::**`. The text is taken as it is: its syntax is checked by the parser of selectors.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            segments: text.split("::").map(NamePattern::new).collect(),
        }
    }

    /// Whether the pattern selects `path`: it matches the path itself or one of its ancestors.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        match_segments(&self.segments, path, true)
    }

    /// Whether the pattern matches `path` itself, and not through an ancestor.
    #[must_use]
    pub fn matches_exactly(&self, path: &str) -> bool {
        match_segments(&self.segments, path, false)
    }

    /// How specific the pattern is: segments without a glob, then characters that are no glob.
    /// Where two patterns claim one module, the greater one wins.
    #[must_use]
    pub fn specificity(&self) -> (usize, usize) {
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
    pub fn literal(&self) -> Option<Name> {
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
    pub fn new(text: &str) -> Self {
        Self { text: name(text) }
    }

    /// Whether the pattern matches the whole of `name`.
    #[must_use]
    pub fn matches(self, name: &str) -> bool {
        match_name(self.text.as_bytes(), name.as_bytes())
    }

    /// Whether it holds a `*`.
    #[must_use]
    pub fn is_glob(self) -> bool {
        self.text.as_bytes().contains(&b'*')
    }

    /// The length of the first segment of `path`, if the pattern matches that segment.
    fn first_segment(self, path: &str) -> Option<usize> {
        let text = self.text.as_str();
        if let Some(rest) = path.strip_prefix(text) {
            // The common case: no glob, and no search for the end of the segment.
            if rest.is_empty() || rest.starts_with("::") {
                return Some(text.len());
            }
        }
        if !self.is_glob() {
            return None;
        }
        let length = segment_length(path);
        self.matches(&path[..length]).then_some(length)
    }

    /// Whether it stands for any number of segments.
    fn is_any_depth(self) -> bool {
        self.text.as_str() == "**"
    }
}

/// Matches segment by segment; `open` lets the path go on below the pattern.
/// Going back to the last `**` is enough: an earlier one could only take less.
fn match_segments(pattern: &[NamePattern], path: &str, open: bool) -> bool {
    let mut rest = Some(path);
    let mut at = 0;
    let mut retry: Option<(usize, &str)> = None;
    loop {
        match (pattern.get(at), rest) {
            (None, None) => return true,
            (None, Some(_)) if open => return true,
            (Some(part), _) if part.is_any_depth() => {
                at += 1;
                retry = rest.map(|text| (at, text));
                continue;
            }
            (Some(part), Some(text)) => {
                if let Some(length) = part.first_segment(text) {
                    at += 1;
                    rest = below(text, length);
                    continue;
                }
            }
            _ => {}
        }
        let Some((after, text)) = retry else {
            return false;
        };
        at = after;
        rest = below(text, segment_length(text));
        retry = rest.map(|text| (after, text));
    }
}

/// The length of the first segment of a path.
fn segment_length(path: &str) -> usize {
    let bytes = path.as_bytes();
    let mut from = 0;
    while let Some(colon) = bytes[from..].iter().position(|&byte| byte == b':') {
        let at = from + colon;
        if bytes.get(at + 1) == Some(&b':') {
            return at;
        }
        from = at + 1;
    }
    bytes.len()
}

/// What stands below a first segment of this length.
fn below(path: &str, length: usize) -> Option<&str> {
    path.get(length + 2..)
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

    /// The same question asked by plain recursion over owned segments.
    fn naive_path(pattern: &[String], path: &[String]) -> bool {
        match (pattern.split_first(), path.split_first()) {
            (None, None) => true,
            (Some((part, after)), _) if part == "**" => {
                naive_path(after, path) || (!path.is_empty() && naive_path(pattern, &path[1..]))
            }
            (Some((part, after)), Some((segment, below))) => {
                let part: Vec<char> = part.chars().collect();
                let segment: Vec<char> = segment.chars().collect();
                naive_name(&part, &segment) && naive_path(after, below)
            }
            _ => false,
        }
    }

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

    fn naive_within(pattern: &[String], path: &[String]) -> bool {
        (1..=path.len()).any(|length| naive_path(pattern, &path[..length]))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn agrees_with_plain_recursion(
            pattern in prop::collection::vec("[ab*]{1,3}|\\*\\*", 1..5),
            path in prop::collection::vec("[ab]{1,3}", 1..6),
        ) {
            let glob = PathPattern::new(&pattern.join("::"));
            let text = path.join("::");
            prop_assert_eq!(glob.matches_exactly(&text), naive_path(&pattern, &path));
            prop_assert_eq!(glob.matches(&text), naive_within(&pattern, &path));
        }
    }

    #[test]
    fn a_pattern_selects_a_module_and_all_below() {
        let yes = [
            ("shop_orders::api", "shop_orders::api"),
            ("shop_orders::api", "shop_orders::api::v2::Order"),
            ("shop_*::adapters::**", "shop_web::adapters"),
            ("**::tests", "shop::a::b::tests::deep"),
            ("shop::*::db", "shop::orders::db"),
            ("bin:shop/shop", "bin:shop/shop::args"),
            ("std::env", "std::env::var"),
        ];
        let no = [
            ("shop_orders::api", "shop_orders::api2"),
            ("shop_orders::api", "shop_orders"),
            ("shop::*::db", "shop::db"),
            ("shop::*", "shop"),
            ("shop", "bin:shop/shop::args"),
        ];
        for (pattern, path) in yes {
            assert!(PathPattern::new(pattern).matches(path), "{pattern} {path}");
        }
        for (pattern, path) in no {
            assert!(!PathPattern::new(pattern).matches(path), "{pattern} {path}");
        }
        assert!(!PathPattern::new("a").matches_exactly("a::b"));
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
