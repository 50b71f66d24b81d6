//! Through two globs.

use api::*;

/// Nothing ordered.
pub fn nothing() -> Order {
    unreachable!()
}
