pub enum Kind {
    Open,
    Closed { by: u8 },
}

impl Kind {
    pub fn new() -> Self {
        Self::Open
    }
}
