pub mod a;
pub mod facade;
pub mod macros;
pub mod user;
