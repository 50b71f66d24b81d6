#[derive(Clone, Copy)]
pub struct Point(pub u8);

pub static START: Point = Point(0);
pub const STEP: u8 = 1;
pub const LAST: u8 = 9;

pub fn next(point: Point) -> Point {
    point
}

pub fn ready() -> bool {
    true
}

pub type Failure = String;
