//! Where everything is defined.

pub mod order;
pub mod total;

/// An order without an item.
#[macro_export]
macro_rules! empty_order {
    () => {
        $crate::order::Order::empty()
    };
}
