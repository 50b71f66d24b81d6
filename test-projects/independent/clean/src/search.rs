pub fn hits() -> u32 {
    crate::store::load()
}
