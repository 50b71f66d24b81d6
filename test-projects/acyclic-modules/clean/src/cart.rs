pub mod item;

pub struct Cart {
    pub items: Vec<item::Item>,
}

pub fn total(cart: &Cart) -> u32 {
    crate::price::of(cart)
}
