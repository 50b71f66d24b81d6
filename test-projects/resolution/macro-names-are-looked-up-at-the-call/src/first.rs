use crate::a::*;

made!();
