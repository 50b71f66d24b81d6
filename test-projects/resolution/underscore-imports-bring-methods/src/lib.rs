pub mod a;
pub mod b;
pub mod prelude;
pub mod user;
