use crate::ffi;

pub fn run() -> ffi::Handle {
    let _ = ffi::abs(1);
    unsafe { ffi::environ }
}
