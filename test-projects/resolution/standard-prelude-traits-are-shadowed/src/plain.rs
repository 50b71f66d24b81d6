pub struct Owned;

impl Drop for Owned {
    fn drop(&mut self) {}
}

pub fn run(owned: Owned) {
    drop(owned);
}
