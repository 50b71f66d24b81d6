use crate::user::*;

pub fn run(_: Thing) {}
