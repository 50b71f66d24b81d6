use crate::a::Thing;

pub fn outer(_: Thing) {}

pub mod inner {
    pub fn f() {
        use crate::b::*;
        let _ = Thing;
    }
}

pub mod other {
    use super::*;

    pub fn f(_: Thing) {}
}
