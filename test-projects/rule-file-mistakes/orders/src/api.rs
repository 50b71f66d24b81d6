pub fn place() -> u32 {
    crate::store::next_number()
}
