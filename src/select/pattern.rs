//! Path patterns against a tree of modules: each node takes one step from where its parent stands.

use crate::base::segments;
use crate::rules::{NamePattern, PathPattern};

/// The positions in a pattern that a path can have reached, one bit each.
pub type Positions = u64;

/// More segments than this cannot be told apart by [`Positions`]; no path is that deep.
const MAX_SEGMENTS: usize = 63;

/// A pattern that is stepped through segment by segment.
#[derive(Clone, Debug)]
pub struct Stepper {
    pattern: PathPattern,
}

impl Stepper {
    /// Steps through `pattern`.
    pub fn new(pattern: &PathPattern) -> Self {
        let mut pattern = pattern.clone();
        pattern.segments.truncate(MAX_SEGMENTS);
        Self { pattern }
    }

    /// Where the empty path stands.
    pub fn start(&self) -> Positions {
        self.with_skips(1)
    }

    /// Where the path stands with one more segment. A path that has been accepted stays so.
    pub fn step(&self, at: Positions, segment: &str) -> Positions {
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
    pub fn walk(&self, at: Positions, path: &str) -> Positions {
        segments(path).fold(
            at,
            |at, segment| {
                if at == 0 { 0 } else { self.step(at, segment) }
            },
        )
    }

    /// Whether the path, or an ancestor of it, is one that the pattern names.
    pub fn accepts(&self, at: Positions) -> bool {
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

    proptest! {
        #[test]
        fn steps_lead_where_the_whole_match_does(
            pattern in "(a|b|a\\*|\\*|\\*\\*)(::(a|b|\\*b|\\*|\\*\\*)){0,4}",
            path in "(a|b|ab)(::(a|b|ab|ba)){0,4}",
        ) {
            let pattern = PathPattern::new(&pattern);
            let stepper = Stepper::new(&pattern);
            let end = stepper.walk(stepper.start(), &path);
            prop_assert_eq!(stepper.accepts(end), pattern.matches(&path));
        }
    }
}
