pub fn total() -> u32 {
    crate::cart::adapters::load()
}
