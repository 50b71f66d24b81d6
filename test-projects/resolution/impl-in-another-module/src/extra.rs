use crate::a::Order;
use crate::aliases::Alias;

impl Order {
    pub const MAX: u8 = 9;

    pub fn extra(&self) {}
}

impl Alias {
    pub fn of_alias() {}
}
