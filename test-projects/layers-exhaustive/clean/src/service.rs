pub fn total() -> u32 {
    crate::store::load()
}
