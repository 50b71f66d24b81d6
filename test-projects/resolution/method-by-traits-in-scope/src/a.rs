pub struct Order;

pub trait Loud {
    fn say(&self);
}

impl Loud for Order {
    fn say(&self) {}
}
