use crate::a::{Kind, Order, base};

pub fn literal(id: u8) -> Order {
    Order { id, ..base() }
}

pub fn pattern(kind: Kind) -> u8 {
    let Kind::Of { order: Order { total, .. } } = kind;
    total
}
