use crate::other::*;

chosen!();
