pub fn kind() -> crate::kinds::Windows {
    crate::kinds::Windows
}
