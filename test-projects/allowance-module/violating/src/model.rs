pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
