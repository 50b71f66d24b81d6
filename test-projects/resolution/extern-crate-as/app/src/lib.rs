extern crate base as foundation;
extern crate self as me;

pub mod base;
pub mod local;
pub mod user;
