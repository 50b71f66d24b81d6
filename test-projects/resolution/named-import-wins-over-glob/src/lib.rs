pub mod a;
pub mod again;
pub mod b;
pub mod user;
