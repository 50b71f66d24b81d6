pub fn title() -> Option<String> {
    crate::settings::home()
}
