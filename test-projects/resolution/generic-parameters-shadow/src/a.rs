pub struct Key;
pub struct Value;
pub trait Bound<T> {}
pub const SIZE: usize = 1;
pub const COUNT: usize = 2;
