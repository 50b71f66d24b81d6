use crate::a::{Key, Order, text};

pub fn run(order: &Order) -> usize {
    let map = indexmap::indexmap! {
        Key::One => order.id,
        Key::One => text(),
    };
    map.len()
}
