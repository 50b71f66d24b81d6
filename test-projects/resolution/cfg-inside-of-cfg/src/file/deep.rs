pub fn never(_: crate::a::Never) {}
