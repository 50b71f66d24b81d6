pub fn bill() -> u32 {
    orders::api::place()
}
