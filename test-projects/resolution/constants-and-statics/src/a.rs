pub const SIZE: usize = 2;
pub static COUNT: Check = Check { value: 1 };

pub struct Check {
    pub value: u8,
}

pub enum Kind {
    First,
    Second,
}

pub const fn make() -> u8 {
    3
}

pub fn unnamed() {}
