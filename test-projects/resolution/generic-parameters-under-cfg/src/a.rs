pub struct Hasher;
pub struct Kind;

impl Kind {
    pub fn show(&self) {}
}
