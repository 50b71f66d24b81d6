use crate::facade::*;

pub struct Show;

pub fn run() -> (Show, bool) {
    (Show, READY)
}
