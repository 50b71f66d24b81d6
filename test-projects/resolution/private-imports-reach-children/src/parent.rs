use crate::a::{Thing, helper};

pub fn run(_: Thing) {
    helper();
}

pub mod child {
    use super::*;

    pub fn run(_: Thing) {
        super::helper();
    }
}
