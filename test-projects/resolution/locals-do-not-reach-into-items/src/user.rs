use crate::a::*;

pub fn outer(limit_of: u8) -> u8 {
    let shown = limit_of;
    fn inner() -> u8 {
        limit()
    }
    shown + inner()
}

pub fn generic<Thing>(_: Thing) {
    fn inner(_: crate::a::Thing) {}
    inner(crate::a::Thing);
}
