pub fn other() -> crate::b::B {
    crate::b::B
}
