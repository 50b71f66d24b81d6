use crate::a::Order;
use crate::b::Sum;

pub fn run(order: &Order) -> u8 {
    order.total() + order.count()
}
