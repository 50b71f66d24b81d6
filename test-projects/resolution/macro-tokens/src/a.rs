pub const TWO: u8 = 2;

#[derive(Clone)]
pub struct Three;

pub fn one() -> u8 {
    1
}

pub fn four() -> u8 {
    4
}
