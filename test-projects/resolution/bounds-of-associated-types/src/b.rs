pub trait Shown: Sized {
    fn shown(self) -> Screen {
        Screen
    }
}

pub struct Screen;

impl Screen {
    pub fn close(self) {}
}

pub trait Marked {}

impl<T> Shown for T where T: Iterator<Item: Marked> {}
