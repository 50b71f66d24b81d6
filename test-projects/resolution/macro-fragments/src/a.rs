pub struct Ty;
pub struct Path;
pub struct Hidden;
pub trait Bound {}
pub const CONST: u8 = 1;
pub enum Kind {
    Open,
    Shut,
}

pub fn expr() -> u8 {
    1
}

pub fn item() {}

pub fn name() {}

pub fn token() -> u8 {
    2
}
