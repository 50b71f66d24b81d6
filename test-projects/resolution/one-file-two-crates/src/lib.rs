pub mod shared;

pub struct Root;
