pub struct Foo;
