pub mod a;
pub mod parts;
pub mod user;
