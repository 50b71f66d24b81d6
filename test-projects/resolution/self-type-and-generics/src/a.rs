pub trait Shape: Sized {
    const SIDES: u8;

    fn new() -> Self;
}

pub struct Marker;
