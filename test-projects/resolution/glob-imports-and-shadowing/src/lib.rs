pub mod a;
pub mod b;
pub mod own;
pub mod user;
