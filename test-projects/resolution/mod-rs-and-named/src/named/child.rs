pub struct Child(pub crate::old::Old);
