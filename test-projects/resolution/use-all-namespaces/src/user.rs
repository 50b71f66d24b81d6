use crate::a::{Name, name};

pub fn run(_: name) -> Name {
    let make: fn(u8) -> Name = Name;
    make(name())
}
