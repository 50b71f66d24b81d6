pub use crate::a::Thing;

pub struct Other;
