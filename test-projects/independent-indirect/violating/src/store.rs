pub fn load() -> u32 {
    crate::search::HITS
}
