pub const LIMIT: u8 = 1;
pub const WIDTH: usize = 2;
pub const Text: u8 = 3;
pub const Escaped: u8 = 4;

pub struct Shown {
    pub value: u8,
}

pub fn shown() -> Shown {
    Shown { value: 1 }
}

pub fn text() -> u8 {
    2
}
