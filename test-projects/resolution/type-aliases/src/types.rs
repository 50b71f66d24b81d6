pub struct Real;

impl Real {
    pub fn new() -> Self {
        Self
    }
}

impl Default for Real {
    fn default() -> Self {
        Self::new()
    }
}

pub enum Kind {
    A,
}
