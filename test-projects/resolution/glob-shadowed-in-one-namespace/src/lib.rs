pub mod clashing;
pub mod user;
