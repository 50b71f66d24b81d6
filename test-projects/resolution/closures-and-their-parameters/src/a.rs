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

pub fn apply<T>(order: &Order, with: impl Fn(&Order) -> T) -> T {
    with(order)
}

pub fn total() {}
