pub type Number = i32;

pub fn abs() {}
