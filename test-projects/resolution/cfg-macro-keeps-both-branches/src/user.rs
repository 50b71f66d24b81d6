pub fn run() {
    if cfg!(test) {
        drop(crate::a::One);
    } else {
        drop(crate::a::Two);
    }
}
