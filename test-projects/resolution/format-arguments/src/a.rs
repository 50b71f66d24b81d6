pub struct Order;

impl Order {
    pub fn total(&self) -> u8 {
        1
    }
}

#[derive(Debug, PartialEq)]
pub enum Kind {
    Open,
    Shut,
}

pub fn ready() -> bool {
    true
}

pub fn total() {}

pub fn other() {}
