pub fn load() -> u32 {
    crate::web::LIMIT
}
