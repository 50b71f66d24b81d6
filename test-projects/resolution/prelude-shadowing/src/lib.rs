pub mod a;
pub mod globbed;
pub mod user;
