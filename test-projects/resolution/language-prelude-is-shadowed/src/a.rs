#[expect(non_camel_case_types)]
pub struct u16;

pub mod str {}
