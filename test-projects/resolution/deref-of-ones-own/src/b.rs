pub struct Inner {
    pub value: u8,
}

impl Inner {
    pub fn read(&self) -> u8 {
        self.value
    }
}
