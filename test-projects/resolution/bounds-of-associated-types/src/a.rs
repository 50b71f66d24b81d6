use std::fmt::Display;

pub trait Shown: Sized {
    fn shown(self) -> Screen {
        Screen
    }
}

pub struct Screen;

impl Screen {
    pub fn close(self) {}
}

impl<T> Shown for T where T: Iterator<Item: Display> {}
