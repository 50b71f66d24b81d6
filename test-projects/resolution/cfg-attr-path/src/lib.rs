#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "windows.rs")]
pub mod platform;

pub mod kinds;
pub mod user;
