pub mod a;
pub mod aliases;
pub mod extra;
pub mod user;
