pub mod other;
pub mod user;
