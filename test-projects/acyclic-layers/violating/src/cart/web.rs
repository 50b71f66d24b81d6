pub fn page() -> u32 {
    super::model::one()
}
