pub mod unix;
pub mod windows;

pub struct Handle;

pub trait Open {
    fn open() -> Self;
}

#[cfg(unix)]
pub use unix::Lock;
#[cfg(windows)]
pub use windows::Lock;
