use crate::a::Order;
use std::collections::{BTreeMap, btree_map};
use std::{mem, str};

pub fn taken(order: &mut Order) -> u8 {
    mem::take(order).total()
}

pub fn replaced(order: &mut Order, other: Order) -> u8 {
    std::mem::replace(order, other).price
}

pub fn values<'m>(all: &'m BTreeMap<&'static str, Order>) -> btree_map::Values<'m, &'static str, Order> {
    let _ = str::from_utf8(b"");
    all.values()
}

pub fn sum(all: &BTreeMap<&'static str, Order>) -> u8 {
    values(all).enumerate().map(|(_, order)| order.total()).sum()
}
