#[macro_use]
pub mod a;
pub mod user;
