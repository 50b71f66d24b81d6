#[derive(Clone, Copy)]
pub struct Order;

impl Order {
    pub fn by_value(self) {}
    pub fn by_reference(&self) {}
    pub fn by_exclusive(&mut self) {}
    pub fn in_a_box(self: Box<Self>) {}
}
