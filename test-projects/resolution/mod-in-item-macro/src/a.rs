pub fn bee() -> crate::b::B {
    crate::b::B
}
