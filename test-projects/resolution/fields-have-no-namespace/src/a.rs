pub struct Point {
    pub x: u8,
}

pub struct Pair(pub u8);

pub fn x() {}
