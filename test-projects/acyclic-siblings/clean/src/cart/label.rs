pub fn label() -> &'static str {
    "cart"
}
