pub struct Key(u8);
pub struct Open(pub u8);

impl Key {
    pub fn value(&self) -> u8 {
        self.0
    }
}
