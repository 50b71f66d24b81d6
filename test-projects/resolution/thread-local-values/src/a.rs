pub struct Counter(pub std::cell::Cell<u8>);

impl Counter {
    pub fn next(&self) -> u8 {
        self.0.get()
    }
}

pub const START: u8 = 1;
