use crate::second::{self, first};

pub fn run(_: second::Two, _: first::One, _: second::first::One) {}
