pub const LIMIT: u32 = 1;

pub fn page() -> u32 {
    crate::service::total()
}
