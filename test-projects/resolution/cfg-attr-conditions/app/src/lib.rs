pub mod a;

#[cfg_attr(feature = "x", cfg_attr(unix, path = "unix.rs"))]
pub mod other;

pub mod user;

#[cfg_attr(not(test), cfg(false))]
pub fn only_under_test(_: a::Kept) {}
