extern crate base;

pub mod a;
pub mod user;
