pub use crate::b::*;

pub struct FromA;
