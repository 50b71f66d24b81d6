use crate::a::*;
use crate::b::*;

pub fn only_what_is_visible(_: Public, _: Private, _: Carried) {}
