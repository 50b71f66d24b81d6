pub struct Seen;

impl Seen {
    pub fn look(self) {}
}

impl crate::a::Visit for &crate::a::Store {
    type Out = Seen;

    fn visit(self) -> Self::Out {
        Seen
    }
}
