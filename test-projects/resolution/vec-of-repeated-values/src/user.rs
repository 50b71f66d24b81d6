use crate::a::{COUNT, Item};

pub fn run(item: Item) -> u8 {
    let items = vec![item; COUNT];
    items[0].value
}

pub fn run_often(item: Item) -> Vec<u8> {
    vec![0; item.count()]
}
