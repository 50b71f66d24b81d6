pub const LOW: u8 = 1;
pub const HIGH: u8 = 9;

pub struct Order {
    pub total: u8,
}

pub struct Pair(pub Order, pub u8);
pub struct Unit;

pub enum Kind {
    A(Order),
    B,
    C { value: u8 },
}

pub fn low() {}
pub fn value() {}
