pub fn hits() -> u32 {
    1
}
