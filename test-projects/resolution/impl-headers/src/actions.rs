pub trait Greet {
    type Word;

    fn greet(&self) -> Self::Word;
}

pub struct Hello;
