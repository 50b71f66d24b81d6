pub trait Base {
    type Key;

    fn key(&self) -> Self::Key;
}

pub trait Store: Base {
    type Item;

    fn get(&self, key: Self::Key) -> Self::Item;
}
