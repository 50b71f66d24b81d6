pub use crate::a::*;
pub use crate::b::Thing;

pub fn run(_: Thing, _: Other) {}
