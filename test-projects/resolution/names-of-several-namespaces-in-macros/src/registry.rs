pub struct Registry;

impl Registry {
    pub fn open(&self) {}
}
