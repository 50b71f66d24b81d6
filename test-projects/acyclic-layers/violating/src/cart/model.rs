pub fn one() -> u32 {
    crate::search::web::page()
}
