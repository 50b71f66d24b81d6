pub mod aliases;
pub mod types;
pub mod user;
