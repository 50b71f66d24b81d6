pub struct Order;

impl Order {
    pub fn own(&self) {}
}
