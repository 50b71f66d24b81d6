use crate::prelude::*;

pub struct Shout;

pub fn run(_: Shout) {
    Shout.shout();
}
