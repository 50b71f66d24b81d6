pub fn root() -> crate::Root {
    crate::Root
}
