pub fn never_compiled() {
    crate::user::all();
}
