pub mod child;

pub struct Named(pub child::Child);
