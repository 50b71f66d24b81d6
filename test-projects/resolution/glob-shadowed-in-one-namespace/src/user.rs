use crate::clashing::*;

pub struct Foo {
    pub field: f32,
}

pub fn run() -> (Foo, Bar) {
    let _ = Foo(123);
    (Foo { field: 1.0 }, Bar {})
}
