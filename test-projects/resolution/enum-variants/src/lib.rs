pub mod globbed;
pub mod kinds;
pub mod user;
