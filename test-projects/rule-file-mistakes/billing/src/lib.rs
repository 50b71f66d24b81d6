pub fn bill() -> u32 {
    orders::api::place() + orders::store::next_number()
}
