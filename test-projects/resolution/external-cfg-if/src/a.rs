pub struct Items;
pub struct Rest;

pub fn first() -> u8 {
    1
}
pub fn second() -> u8 {
    2
}
pub fn third() -> u8 {
    3
}
pub fn never() -> u8 {
    4
}
