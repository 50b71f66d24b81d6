pub mod parts;
pub mod shop;
pub mod user;
