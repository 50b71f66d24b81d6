pub struct Changed;

impl Changed {
    pub fn save(self) {}
}

impl crate::a::Visit for &mut crate::a::Store {
    type Out = Changed;

    fn visit(self) -> Self::Out {
        Changed
    }
}
