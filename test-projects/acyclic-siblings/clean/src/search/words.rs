pub fn words() -> &'static str {
    "cart"
}
