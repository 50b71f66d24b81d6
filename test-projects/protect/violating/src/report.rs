pub fn report() -> Option<String> {
    std::fs::read_to_string("report").ok()
}
