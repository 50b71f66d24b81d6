pub fn total() -> u32 {
    crate::search::hits() + crate::store::load()
}
