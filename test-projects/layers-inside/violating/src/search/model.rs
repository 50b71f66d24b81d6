pub fn one() -> u32 {
    super::web::ZERO + 1
}
