pub fn own(_: u16, text: &str) -> bool {
    str::from_utf8(text.as_bytes()).is_ok()
}
