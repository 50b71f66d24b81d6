use crate::a::{Marker, Shape};

pub struct Square;

impl Square {
    pub const EDGE: u8 = 1;

    pub fn edge() -> u8 {
        Self::EDGE
    }
}

impl Shape for Square {
    const SIDES: u8 = 4;

    fn new() -> Self {
        Self
    }
}

pub fn sides<S: Shape>(_: Option<Marker>) -> u8 {
    S::SIDES + <S as Shape>::SIDES
}
