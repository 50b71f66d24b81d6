use crate::b::*;
use crate::parent::*;

pub fn other(_: Thing) {}
