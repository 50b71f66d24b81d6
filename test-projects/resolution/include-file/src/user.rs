pub fn run() {
    let _ = crate::a::made();
    let _ = crate::c::other();
    let _ = include_str!("parts/fragment.rs");
}
