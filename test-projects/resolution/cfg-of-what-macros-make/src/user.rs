with_x! {
    pub fn kept(_: crate::a::Kept) {}

    #[cfg(not(feature = "x"))]
    pub fn never(_: crate::a::Never) {}
}

#[cfg(feature = "x")]
with_x! {
    #[cfg(not(feature = "x"))]
    pub fn never(_: crate::a::Never) {}
}
