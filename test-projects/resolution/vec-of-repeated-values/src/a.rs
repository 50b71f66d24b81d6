#[derive(Clone, Copy)]
pub struct Item {
    pub value: u8,
}

pub const COUNT: usize = 3;

pub fn value() {}
