pub struct Order {
    pub id: u8,
}

impl Order {
    pub fn total(&self) -> u8 {
        1
    }
}

pub const KEY: &str = "key";

pub fn name() -> String {
    String::new()
}

pub fn id() {}
pub fn text() {}
