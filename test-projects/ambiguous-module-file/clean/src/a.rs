pub mod b;

pub fn one() -> u32 {
    1
}
