pub struct Child(pub crate::named::child::Child);
