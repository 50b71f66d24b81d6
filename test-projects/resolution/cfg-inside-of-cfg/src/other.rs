#![cfg(feature = "x")]

pub fn never(_: crate::a::Never) {}
