pub fn run() -> crate::sys::System {
    let _ = crate::imp::go();
    crate::sys::System
}
