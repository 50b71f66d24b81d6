pub use crate::a::*;

pub struct FromB;
