pub mod a;

pub struct Root;
pub struct B;
