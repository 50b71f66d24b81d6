use crate::a::{Inner, Order};

#[derive(Clone, Debug, PartialEq)]
pub struct Own(pub Inner);

pub fn run(order: &Order) -> (Order, String) {
    (order.clone(), format!("{order:?}"))
}
