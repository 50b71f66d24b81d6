#[cfg(feature = "x")]
pub mod inner {
    pub fn here(_: crate::a::Kept) {}

    #[cfg(not(feature = "x"))]
    pub fn never(_: crate::a::Never) {}
}

pub fn in_a_body() {
    #[cfg(feature = "x")]
    {
        let _ = crate::a::Kept;
        #[cfg(not(feature = "x"))]
        let _ = crate::a::Never;
    }
}
