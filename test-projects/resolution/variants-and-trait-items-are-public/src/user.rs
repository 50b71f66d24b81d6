use crate::a::{Kind, Show};

pub fn run() -> u8 {
    Kind::Only.show() + <Kind as Show>::SIZE
}
