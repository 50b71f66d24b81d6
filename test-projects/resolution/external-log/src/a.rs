pub struct Order {
    pub id: u8,
}

impl Order {
    pub fn total(&self) -> u8 {
        1
    }
}

pub const TARGET: &str = "a";
pub const LIMIT: u8 = 1;

pub fn kind() -> u8 {
    1
}

pub fn cause() -> u8 {
    2
}

pub fn target() {}
pub fn id() {}
pub fn order() {}
