pub fn run() {
    let _ = crate::platform::kind();
}
