use crate::b::{Order, Show};

pub fn made() -> impl Show {
    Order
}

pub fn orders() -> impl Iterator<Item = Order> {
    std::iter::once(Order)
}
