pub fn go() -> crate::kinds::Slow {
    crate::kinds::Slow
}
