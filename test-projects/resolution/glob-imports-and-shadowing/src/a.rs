pub struct Foo;
pub struct Bar;
