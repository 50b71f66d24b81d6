pub fn total() -> u32 {
    crate::price::of_one()
}
