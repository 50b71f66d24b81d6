//! Through two facades and a rename.

use api::prelude::Purchase;

/// Nothing ordered.
pub fn nothing() -> Purchase {
    unreachable!()
}
