#[derive(PartialEq, Eq, Hash)]
pub enum Key {
    One,
    Two,
}

pub struct Order {
    pub id: u8,
}

pub fn text() -> u8 {
    1
}
