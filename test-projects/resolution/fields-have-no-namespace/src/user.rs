use crate::a::{Pair, Point};

pub fn read(point: &Point, pair: &Pair) -> u8 {
    point.x + pair.0
}

pub fn write(y: u8) -> (Point, Pair) {
    (Point { x: y }, Pair(y))
}
