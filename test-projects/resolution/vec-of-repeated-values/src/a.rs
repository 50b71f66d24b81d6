#[derive(Clone, Copy)]
pub struct Item {
    pub value: u8,
}

impl Item {
    pub fn count(self) -> usize {
        1
    }
}

pub const COUNT: usize = 3;

pub fn value() {}
