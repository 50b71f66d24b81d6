pub fn made() -> crate::b::B {
    crate::b::B
}
