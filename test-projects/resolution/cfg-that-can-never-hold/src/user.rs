#[cfg(all(unix, not(unix)))]
pub fn both_ways(_: crate::a::Never) {}

#[cfg(test)]
#[cfg(not(test))]
pub fn in_two_attributes(_: crate::a::Never) {}

#[cfg(any())]
pub fn any_of_nothing(_: crate::a::Never) {}

#[cfg(false)]
pub fn literal(_: crate::a::Never) {}

#[cfg(not(all()))]
pub fn not_all_of_nothing(_: crate::a::Never) {}

#[cfg(all(any(test, feature = "x"), not(test), not(feature = "x")))]
pub fn none_of_several(_: crate::a::Never) {}

#[cfg(all())]
pub fn all_of_nothing(_: crate::a::Kept) {}

#[cfg(any(test, not(test)))]
pub fn one_way_or_the_other(_: crate::a::Kept) {}

#[cfg(all(any(test, feature = "x"), not(test)))]
pub fn the_rest(_: crate::a::Kept) {}

#[cfg(all(any(test, feature = "x"), not(feature = "x")))]
pub fn the_other_rest(_: crate::a::Kept) {}

#[cfg(not(any(unix, windows)))]
pub fn neither(_: crate::a::Kept) {}
