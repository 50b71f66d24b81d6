pub const ZERO: u32 = 0;

pub fn page() -> u32 {
    super::model::one()
}
