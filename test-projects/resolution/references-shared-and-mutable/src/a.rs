pub struct Store;

pub trait Visit {
    type Out;
    fn visit(self) -> Self::Out;
}
