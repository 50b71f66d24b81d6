pub mod a;
pub mod other;
pub mod user;
