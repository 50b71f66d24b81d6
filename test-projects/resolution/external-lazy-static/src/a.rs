pub struct Table;

impl Table {
    pub fn new() -> Self {
        Self
    }
}

pub static TABLE: u8 = 1;
