pub trait Build {
    fn build() -> Self;

    fn again(&self) -> Self
    where
        Self: Sized,
    {
        Self::build()
    }
}
