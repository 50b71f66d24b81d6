pub fn third() -> crate::a::Three {
    crate::a::Three
}
