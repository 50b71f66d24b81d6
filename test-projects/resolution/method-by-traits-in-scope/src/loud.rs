use crate::a::{Loud, Order};

pub fn run(order: &Order) {
    order.say();
}
