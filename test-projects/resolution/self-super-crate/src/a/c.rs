pub struct C;

pub fn absolute(_: crate::Root, _: crate::a::b::B) {}
