pub fn bill() -> u32 {
    orders::store::next_number()
}
