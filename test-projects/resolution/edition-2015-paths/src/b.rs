use a::Foo;

pub mod a {
    pub struct Foo;
    pub struct Other;
}

pub fn from_the_root(_: Foo, _: ::a::Bar) {}

pub fn from_here(_: a::Other) {}
