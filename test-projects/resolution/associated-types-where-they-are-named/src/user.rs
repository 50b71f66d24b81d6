use crate::a::{Base, Store};
use crate::b::Order;

pub struct Cache<S: Store> {
    pub last: S::Item,
    pub key: S::Key,
}

pub struct Memory;

impl Base for Memory {
    type Key = u8;

    fn key(&self) -> Self::Key {
        1
    }
}

impl Store for Memory {
    type Item = Order;

    fn get(&self, _: Self::Key) -> Self::Item {
        Order
    }
}

pub fn orders(store: &dyn Store<Item = Order, Key = u8>) -> Order {
    store.get(1)
}

pub fn any<S>(store: &S) -> Option<S::Item>
where
    S: Store<Key = u8>,
{
    let _: Vec<S::Item> = Vec::new();
    Some(store.get(1))
}
