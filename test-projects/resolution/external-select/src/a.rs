pub struct Message {
    pub text: String,
}

pub enum Event {
    Closed,
    Opened,
}

pub struct Source;

impl Source {
    pub async fn next(&self) -> Message {
        Message {
            text: String::new(),
        }
    }

    pub async fn event(&self) -> Event {
        Event::Closed
    }

    pub fn is_open(&self) -> bool {
        true
    }
}

pub struct Handled;

impl Handled {
    pub fn done(&self) {}
}

pub fn handle(_: String) -> Handled {
    Handled
}

pub fn fallback() {}

pub fn message() {}
