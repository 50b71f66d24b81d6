use crate::a::{Thing, {}};
use crate::b::{};
use {};

pub fn run(_: Thing) {}
