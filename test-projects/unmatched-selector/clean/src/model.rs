pub fn title(home: Option<String>) -> Option<String> {
    home
}
