pub fn title(home: Option<String>) -> Option<String> {
    home
}

pub fn untitled() -> String {
    String::from("untitled")
}
