pub struct Graph<
    #[cfg(not(feature = "std"))] S,
    #[cfg(feature = "std")] S = crate::a::Hasher,
    K = crate::a::Kind,
> {
    pub hasher: S,
    pub kind: K,
}
