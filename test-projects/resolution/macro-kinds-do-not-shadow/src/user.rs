#[derive(Clone)]
pub struct Kept;

#[cfg(test)]
#[test]
fn passes() {}

pub fn one() -> u8 {
    test!()
}
