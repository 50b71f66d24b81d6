#[macro_use]
pub mod macros;
pub mod a;
pub mod user;
