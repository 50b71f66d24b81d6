pub use std::env::var;

pub const HOME: &str = "HOME";
