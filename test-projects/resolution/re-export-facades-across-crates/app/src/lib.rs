use facade::prelude::Item;

pub mod user;

pub fn make() -> Item {
    Item
}
