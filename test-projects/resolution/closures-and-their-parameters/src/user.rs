use crate::a::{Order, apply};

pub fn expected(order: &Order) -> u8 {
    apply(order, |it| it.total())
}

pub fn annotated(orders: &[Order]) -> u8 {
    let total = |it: &Order| it.total();
    orders.iter().map(total).sum()
}

pub fn of_an_adaptor(order: &Order) -> Vec<u8> {
    order.lines.iter().map(|line| line.price).collect()
}
