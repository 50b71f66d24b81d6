pub mod other;
pub mod outer;
pub mod user;
