use crate::a::{FromA, FromB};

pub fn both(_: FromA, _: FromB, _: crate::b::FromA) {}
