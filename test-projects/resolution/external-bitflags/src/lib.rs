pub mod a;
pub mod flags;
pub mod user;
