pub fn run() {
    let _ = &*crate::user::TABLE;
}
