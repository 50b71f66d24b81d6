pub mod a;
pub mod left;
pub mod right;
pub mod user;
