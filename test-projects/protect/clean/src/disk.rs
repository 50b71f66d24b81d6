pub fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(path).ok()
}
