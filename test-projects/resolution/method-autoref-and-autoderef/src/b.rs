pub struct Order;

impl Order {
    pub fn by_reference(&self) {}
}
