use crate::a::Order;

pub trait Quiet {
    fn say(&self);
}

impl Quiet for Order {
    fn say(&self) {}
}
