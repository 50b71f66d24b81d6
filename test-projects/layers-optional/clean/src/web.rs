pub fn page() -> u32 {
    crate::store::load()
}
