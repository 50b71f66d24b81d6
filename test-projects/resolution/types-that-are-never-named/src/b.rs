pub struct Line {
    pub price: u8,
}

pub struct Order {
    pub lines: Vec<Line>,
}

impl Order {
    pub fn total(&self) -> u8 {
        1
    }
}
