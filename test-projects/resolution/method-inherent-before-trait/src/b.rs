pub trait Sum {
    fn total(&self) -> u8;
    fn count(&self) -> u8;
}

impl Sum for crate::a::Order {
    fn total(&self) -> u8 {
        2
    }

    fn count(&self) -> u8 {
        3
    }
}
