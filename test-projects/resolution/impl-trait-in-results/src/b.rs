pub trait Show {
    fn show(&self) {}
}

pub struct Order;

impl Order {
    pub fn total(&self) -> u8 {
        1
    }
}

impl Show for Order {}
