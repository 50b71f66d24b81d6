pub mod early;

#[macro_use]
extern crate base;

pub mod own;
