#[derive(Default)]
pub struct Order {
    pub price: u8,
}

impl Order {
    pub fn total(&self) -> u8 {
        self.price
    }
}
