pub struct Left;
pub struct Right;
pub struct Input;
pub struct Output;
pub struct Held<T>(pub Option<T>);

impl<T> Held<T> {
    pub fn make<U>(_: U) -> Self {
        Self(None)
    }
}

pub fn make<T>() -> Option<T> {
    None
}
