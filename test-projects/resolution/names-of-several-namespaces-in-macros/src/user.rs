// The macro writes a function `registry`; the module of that name stands beside it.
pub fn open() {
    crate::registry().open();
    crate::registry::Registry.open();
}
