pub struct Circle;

impl Circle {
    pub const SIDES: u8 = 0;

    pub fn new() -> Self {
        Self
    }
}

impl Default for Circle {
    fn default() -> Self {
        Self::new()
    }
}

pub trait Area {
    fn area() -> u8;
}

impl Area for Circle {
    fn area() -> u8 {
        1
    }
}

pub fn new() {}
