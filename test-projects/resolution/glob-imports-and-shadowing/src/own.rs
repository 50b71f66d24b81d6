use crate::a::*;

pub struct Bar;

pub fn own_item_wins(_: Foo, _: Bar) {}
