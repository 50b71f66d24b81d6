//! By the bound of a generic parameter.

use api::prelude::Total;

/// What it costs.
pub fn price<T: Total>(thing: &T) -> u64 {
    thing.total()
}
