#[cfg(feature = "declared")]
pub fn declared(_: crate::a::Kept) {}

#[cfg(feature = "base")]
pub fn optional_dependency(_: crate::a::Kept) {}

#[cfg(feature = "undeclared")]
pub fn undeclared(_: crate::a::Never) {}

#[cfg(not(feature = "undeclared"))]
pub fn not_undeclared(_: crate::a::Kept) {}
