pub fn page() -> u32 {
    crate::service::total()
}
