pub mod item;

pub struct Cart {
    pub items: Vec<item::Item>,
}
