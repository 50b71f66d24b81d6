// `Self::Err` is what this `impl` defines; `Time` has another one.
impl crate::b::Both for crate::a::Time {
    type Err = crate::b::Failed;

    fn both(&self) -> Result<(), Self::Err> {
        Ok(())
    }
}
