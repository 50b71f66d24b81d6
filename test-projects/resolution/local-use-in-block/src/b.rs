pub struct Foo;

pub fn take(_: Foo) {}
