use crate::left::*;
use crate::right::*;

pub fn ambiguous_names_that_nobody_uses_are_allowed(_: Thing) {}
