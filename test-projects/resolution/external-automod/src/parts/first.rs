pub fn first() -> crate::a::One {
    crate::a::One
}
