#[macro_use]
pub mod macros;
pub mod a;
pub mod other;
pub mod user;
