pub mod a;
#[cfg(feature = "x")]
pub mod file;
#[cfg(not(feature = "x"))]
mod other;
pub mod user;
