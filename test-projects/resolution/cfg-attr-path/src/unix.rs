pub fn kind() -> crate::kinds::Unix {
    crate::kinds::Unix
}
