pub fn plain(_: crate::a::Kept) {}
