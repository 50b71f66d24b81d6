pub fn here(_: crate::a::Kept) {}

#[cfg(not(feature = "x"))]
pub mod deep;

#[cfg(not(feature = "x"))]
pub fn never(_: crate::a::Never) {}
