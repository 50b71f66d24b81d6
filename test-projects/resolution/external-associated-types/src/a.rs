pub struct Frame;

impl Frame {
    pub fn show(&self) {}
}
