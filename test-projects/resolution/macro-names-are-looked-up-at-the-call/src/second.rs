use crate::b::*;

made!();
