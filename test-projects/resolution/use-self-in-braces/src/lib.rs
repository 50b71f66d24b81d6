pub mod parts;
pub mod user;
