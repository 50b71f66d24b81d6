pub struct Foo(pub i32);
pub struct Bar {}
