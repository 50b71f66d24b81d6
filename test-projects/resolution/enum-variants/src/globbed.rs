use crate::kinds::Kind::{self, *};

pub fn first() -> Kind {
    A
}
