pub struct Foo;
pub struct Bar;
pub struct Other;
