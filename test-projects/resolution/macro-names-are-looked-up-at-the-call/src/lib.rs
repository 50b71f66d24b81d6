#[macro_use]
pub mod macros;
pub mod a;
pub mod b;
pub mod first;
pub mod second;
