#[derive(Clone, Copy, Debug)]
pub struct Order {
    pub id: u8,
}

pub fn order(id: u8) -> Order {
    Order { id }
}

pub fn limit() -> u8 {
    9
}

pub fn id() {}
