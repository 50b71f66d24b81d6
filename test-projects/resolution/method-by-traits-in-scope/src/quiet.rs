use crate::a::Order;
use crate::b::Quiet;

pub fn run(order: &Order) {
    order.say();
}
