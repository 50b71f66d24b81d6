pub mod page;
pub mod user;
