use crate::a::*;

pub fn parameter_wins<A>(_: A, _: B) {}
