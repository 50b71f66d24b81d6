pub mod a;
pub mod mutable;
pub mod shared;
pub mod user;
