pub fn second() -> crate::a::Two {
    crate::a::Two
}
