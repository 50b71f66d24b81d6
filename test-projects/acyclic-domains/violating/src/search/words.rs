pub fn words() -> &'static str {
    crate::cart::label::label()
}
