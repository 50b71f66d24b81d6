use crate::b::Inner;
use std::ops::Deref;

pub struct Wrapper(Inner);

impl Wrapper {
    pub fn read_wrapper(&self) {}
}

impl Deref for Wrapper {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
