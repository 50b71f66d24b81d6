#[allow(non_camel_case_types)]
pub struct name {
    pub number: u8,
}
