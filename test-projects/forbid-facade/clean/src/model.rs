pub fn title() -> Option<String> {
    Some(crate::settings::HOME.to_owned())
}
