pub struct Name(pub u8);

#[expect(non_camel_case_types)]
pub struct name {}

pub fn name() -> u8 {
    1
}
