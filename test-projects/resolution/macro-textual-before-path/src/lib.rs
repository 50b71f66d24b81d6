pub mod a;
pub mod globbed;
pub mod other;
pub mod user;
