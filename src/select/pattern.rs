//! Path patterns against a tree of modules: each node takes one step from where its parent stands.

use crate::base::segments;
use crate::rules::{NamePattern, PathPattern};

/// The positions in a pattern that a path can have reached, one bit each.
pub(super) type Positions = u64;

/// More segments than this cannot be told apart by [`Positions`]; no path is that deep.
const MAX_SEGMENTS: usize = 63;

/// A pattern that is stepped through segment by segment.
#[derive(Clone, Debug)]
pub(super) struct Stepper {
    pattern: PathPattern,
}

impl Stepper {
    /// Steps through `pattern`.
    pub(super) fn new(pattern: &PathPattern) -> Self {
        let mut pattern = pattern.clone();
        pattern.segments.truncate(MAX_SEGMENTS);
        Self { pattern }
    }

    /// Where the empty path stands.
    pub(super) fn start(&self) -> Positions {
        self.with_skips(1)
    }

    /// Where the path stands with one more segment. A path that has been accepted stays so.
    pub(super) fn step(&self, at: Positions, segment: &str) -> Positions {
        if self.accepts(at) {
            return self.accepted();
        }
        let mut next = 0;
        for (index, pattern) in self.pattern.segments.iter().enumerate() {
            if at >> index & 1 == 0 {
                continue;
            }
            if is_any_number(*pattern) {
                next |= 1 << index;
            } else if pattern.matches(segment) {
                next |= 1 << (index + 1);
            }
        }
        let next = self.with_skips(next);
        if self.accepts(next) {
            self.accepted()
        } else {
            next
        }
    }

    /// Where the path stands with all segments of `path` more.
    pub(super) fn walk(&self, at: Positions, path: &str) -> Positions {
        segments(path).fold(
            at,
            |at, segment| {
                if at == 0 { 0 } else { self.step(at, segment) }
            },
        )
    }

    /// Whether the path, or an ancestor of it, is one that the pattern names.
    pub(super) fn accepts(&self, at: Positions) -> bool {
        at >> self.pattern.segments.len() & 1 == 1
    }

    /// Only the last bit, so that all accepted paths stand at the same place.
    fn accepted(&self) -> Positions {
        1 << self.pattern.segments.len()
    }

    /// `**` may stand for no segment at all.
    fn with_skips(&self, mut at: Positions) -> Positions {
        for (index, pattern) in self.pattern.segments.iter().enumerate() {
            if at >> index & 1 == 1 && is_any_number(*pattern) {
                at |= 1 << (index + 1);
            }
        }
        at
    }
}

/// Whether it is the segment that stands for any number of segments.
fn is_any_number(pattern: NamePattern) -> bool {
    pattern.text.as_str() == "**"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn selects(pattern: &str, path: &str) -> bool {
        let stepper = Stepper::new(&PathPattern::new(pattern));
        stepper.accepts(stepper.walk(stepper.start(), path))
    }

    /// The same question asked by plain recursion over owned segments.
    fn naive_path(pattern: &[String], path: &[String]) -> bool {
        match (pattern.split_first(), path.split_first()) {
            (None, None) => true,
            (Some((part, after)), _) if part == "**" => {
                naive_path(after, path) || (!path.is_empty() && naive_path(pattern, &path[1..]))
            }
            (Some((part, after)), Some((segment, below))) => {
                NamePattern::new(part).matches(segment) && naive_path(after, below)
            }
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
            let found = selects(&pattern.join("::"), &path.join("::"));
            prop_assert_eq!(found, naive_within(&pattern, &path));
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
            assert!(selects(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in no {
            assert!(!selects(pattern, path), "{pattern} {path}");
        }
    }
}
