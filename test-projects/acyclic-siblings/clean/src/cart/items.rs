pub fn items() -> u32 {
    crate::search::hits::hits()
}
