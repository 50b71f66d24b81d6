pub fn one() -> u8 {
    1
}
pub fn two() -> Option<u8> {
    Some(2)
}
pub fn three() -> u8 {
    3
}
pub fn four() -> u8 {
    4
}
pub fn five() -> u8 {
    5
}
pub fn six() -> u8 {
    6
}
pub fn seven() -> u8 {
    7
}
pub fn eight() -> u8 {
    8
}
