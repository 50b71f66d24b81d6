pub mod shadow;
pub mod user;
