pub mod macros;
pub mod parts;
