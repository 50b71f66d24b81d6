use crate::a::*;

pub fn taken(_: u16) {}
