#[macro_use(one)]
extern crate base;

pub mod user;
