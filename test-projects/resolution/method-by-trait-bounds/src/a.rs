pub trait Base {
    fn base(&self) {}
}

pub trait Loud: Base {
    fn say(&self);
    fn made() -> Self
    where
        Self: Sized;
}

pub struct Order;

impl Base for Order {}

impl Loud for Order {
    fn say(&self) {}
    fn made() -> Self {
        Self
    }
}
