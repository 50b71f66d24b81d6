use crate::a::Order;

pub fn run(order: &Order) -> u8 {
    order.own();
    order.extra();
    Order::of_alias();
    Order::MAX
}
