pub const LIMIT: u8 = 9;

pub struct Pair(pub u8, pub u8);

pub enum Kind {
    A,
    B(u8),
}

pub fn other() -> u8 {
    0
}
