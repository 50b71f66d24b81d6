pub mod b;
pub mod c;

pub struct Up;

pub fn down(_: self::b::B) {}
