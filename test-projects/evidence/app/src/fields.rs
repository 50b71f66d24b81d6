//! By the type of a parameter.

use api::prelude::Purchase;

/// How many items there are.
pub fn count(order: &Purchase) -> usize {
    order.items.len()
}
