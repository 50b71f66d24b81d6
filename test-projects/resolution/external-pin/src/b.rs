pub struct Inner;

impl Inner {
    pub fn show(&self) {}
}
