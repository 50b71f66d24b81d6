pub trait Discover {
    type Service;

    fn next(&mut self) -> Option<Self::Service>;
}

pub trait Call {
    type Answer;

    fn call(&self) -> Self::Answer;
}
