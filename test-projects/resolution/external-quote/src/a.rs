pub struct Quoted;

pub fn quoted() {}

pub fn real() -> u8 {
    1
}
