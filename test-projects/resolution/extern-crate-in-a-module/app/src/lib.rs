pub mod inner;
pub mod user;
