pub fn title() -> Option<String> {
    crate::settings::var("TITLE").ok()
}
