use crate::a::{Other, Usual};

pub struct Keeper<T, K = Usual> {
    pub value: T,
    pub kind: K,
}

impl<T> Keeper<T, Other> {
    pub fn unusual(value: T) -> Self {
        Self { value, kind: Other }
    }
}

impl<T, K> Keeper<T, K> {
    pub fn of(value: T, kind: K) -> Self {
        Self { value, kind }
    }

    pub fn kind(&self) -> &K {
        &self.kind
    }
}
