extern crate base as _;
extern crate self as own;

pub mod a;
pub mod user;
