pub mod mark;
pub mod user;
