#[path = "b.rs"]
pub mod b;
