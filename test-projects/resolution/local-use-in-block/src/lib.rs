pub mod a;
pub mod b;
pub mod other;
pub mod user;
