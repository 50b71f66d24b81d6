pub mod a;
pub mod ffi;
pub mod user;
