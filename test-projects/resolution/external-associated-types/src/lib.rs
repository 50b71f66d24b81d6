pub mod a;
pub mod codec;
pub mod user;
