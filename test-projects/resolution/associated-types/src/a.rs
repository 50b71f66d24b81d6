pub trait Store {
    const SIZE: u8;
    type Item;

    fn get(&self) -> Self::Item;
}

pub struct Memory;

impl Store for Memory {
    const SIZE: u8 = 1;
    type Item = crate::b::Order;

    fn get(&self) -> Self::Item {
        crate::b::Order
    }
}
