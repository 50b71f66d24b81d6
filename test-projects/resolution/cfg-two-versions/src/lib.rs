#[cfg(feature = "fast")]
pub mod imp {
    pub fn go() -> crate::kinds::Fast {
        crate::kinds::Fast
    }
}

#[cfg(not(feature = "fast"))]
pub mod imp;

#[cfg(unix)]
#[path = "sys_unix.rs"]
pub mod sys;

#[cfg(not(unix))]
#[path = "sys_other.rs"]
pub mod sys;

pub mod kinds;
pub mod user;
