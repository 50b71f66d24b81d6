#[cfg(debug_assertions)]
pub fn in_debug(_: crate::a::Kept) {}

#[cfg(doc)]
pub fn in_documentation(_: crate::a::Kept) {}

#[cfg(doctest)]
pub fn in_tests_of_documentation(_: crate::a::Kept) {}

#[cfg(miri)]
pub fn under_miri(_: crate::a::Kept) {}

#[cfg(panic = "abort")]
pub fn with_aborts(_: crate::a::Kept) {}

#[cfg(tokio_unstable)]
pub fn with_a_flag(_: crate::a::Kept) {}

#[cfg(all(doc, not(doc)))]
pub fn never(_: crate::a::Never) {}

#[cfg(all(panic = "abort", panic = "unwind"))]
pub fn never_either(_: crate::a::Never) {}
