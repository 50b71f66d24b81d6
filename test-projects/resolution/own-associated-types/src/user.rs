// `Self::Err` is what this `impl` defines; `Time` has another one.
impl crate::b::Both for crate::a::Time {
    type Err = crate::b::Failed;

    fn both(self) -> Result<Self, Self::Err> {
        let failed = Self::Err::default();
        failed.tell();
        Err(failed)
    }
}

// As a value it is the variant.
impl crate::b::Both for crate::a::State {
    type Err = ();

    fn both(self) -> Result<Self, ()> {
        Ok(Self::Err)
    }
}
