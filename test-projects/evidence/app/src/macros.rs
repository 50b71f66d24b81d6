//! By a macro, whose crate has another name here.

/// Makes an order.
pub fn make() {
    warehouse::empty_order!();
}
