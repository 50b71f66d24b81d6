use crate::a::*;

pub struct Map<Value>(pub Vec<Value>);

impl<Value> Map<Value> {
    pub fn get(self) -> Option<Value> {
        self.0.into_iter().next()
    }
}

pub fn before_it_is_declared<T: Bound<Value>, Value>(_: T, _: Value, _: Key) {}

pub fn constant<const COUNT: usize>() -> [u8; COUNT] {
    [0; COUNT]
}

pub fn outer<Value>(_: Value) {
    fn inner<Value>(_: Value) {}
    inner([0; SIZE]);
}
