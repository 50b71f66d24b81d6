pub fn page() -> u32 {
    crate::service::total() + crate::store::load()
}
