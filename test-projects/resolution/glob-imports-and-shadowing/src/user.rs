use crate::a::*;
use crate::b::Foo;

pub fn named_import_wins(_: Foo, _: Bar) {}
