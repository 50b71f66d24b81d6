#[cfg_attr(feature = "x", derive(marks::Mark), derive(Clone))]
pub struct Marked(pub crate::a::Kept);

#[cfg_attr(all(), cfg(feature = "x"))]
pub fn with_x(_: crate::a::Kept) {}

#[cfg_attr(not(feature = "x"), cfg(feature = "x"))]
pub fn with_x_too(_: crate::a::Kept) {}

#[cfg_attr(any(), cfg(feature = "x"))]
pub fn always(_: crate::a::Kept) {}

#[cfg_attr(not(feature = "x"), cfg(false))]
#[cfg(not(feature = "x"))]
pub fn never(_: crate::a::Never) {}
