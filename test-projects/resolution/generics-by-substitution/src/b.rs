pub struct Line {
    pub price: u8,
}

pub struct Order;

impl Order {
    pub fn total(&self) -> u8 {
        1
    }

    pub fn line(self) -> Line {
        Line { price: 1 }
    }
}
