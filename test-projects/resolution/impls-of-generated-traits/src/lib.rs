pub mod a;
pub mod pb;
pub mod user;
