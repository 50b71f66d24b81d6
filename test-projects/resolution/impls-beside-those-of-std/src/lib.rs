pub mod a;
pub mod user;
