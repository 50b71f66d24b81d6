pub struct Foo;
pub struct Hidden;

pub fn one() -> u8 {
    1
}
