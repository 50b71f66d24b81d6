pub mod helpers;
pub mod user;
