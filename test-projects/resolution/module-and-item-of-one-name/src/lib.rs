pub mod user;
pub mod parts;
