pub fn name() -> u8 {
    1
}
