pub mod a;
pub mod facade;
pub mod user;
