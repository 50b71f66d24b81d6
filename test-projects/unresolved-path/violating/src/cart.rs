pub fn total() -> u32 {
    crate::prices::of_one()
}
