pub trait Shout {
    fn shout(&self) {}
}

impl<T> Shout for T {}
