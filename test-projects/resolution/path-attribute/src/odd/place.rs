pub mod child;

pub struct Thing;
