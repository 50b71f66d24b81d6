pub fn total() -> u32 {
    crate::search::adapters::load()
}
