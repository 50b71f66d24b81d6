pub struct Circle;
pub struct Square;
pub struct Round;

pub fn area() -> u8 {
    0
}
