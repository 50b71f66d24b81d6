pub struct First;
pub struct Second;
pub struct Text;
pub const LIMIT: u8 = 1;

pub mod codec {}

pub fn fallback() -> u8 {
    1
}

pub fn is_empty(_: &u8) -> bool {
    true
}

pub fn parse(_: &str) -> u8 {
    1
}

pub fn skipped() {}
