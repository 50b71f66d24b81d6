pub struct Order {
    pub customer: Box<crate::b::Customer>,
    pub call: fn() -> u8,
}

impl Order {
    pub fn name(&self) {}
}
