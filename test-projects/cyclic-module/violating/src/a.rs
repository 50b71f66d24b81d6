#[path = "a.rs"]
pub mod b;
