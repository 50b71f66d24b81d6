pub struct Foo;

pub fn outside() -> Foo {
    Foo
}

pub fn inside() {
    use crate::b::{Foo, take};
    take(Foo);
    {
        use crate::a::Foo;
        let _ = Foo;
    }
}
