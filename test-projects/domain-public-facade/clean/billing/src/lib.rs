pub fn bill() -> u32 {
    orders::api::next_number()
}
