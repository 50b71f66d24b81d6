pub struct Message {
    pub text: String,
}

pub struct Source;

impl Source {
    pub async fn next(&self) -> Option<Message> {
        None
    }
}

pub fn last() -> String {
    String::new()
}

pub fn text() {}
