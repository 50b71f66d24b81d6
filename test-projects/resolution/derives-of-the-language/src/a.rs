#[derive(Clone, Debug, PartialEq)]
pub struct Inner;

#[derive(Clone, Debug)]
pub struct Order;

pub struct Clone;
pub trait Debug {}
