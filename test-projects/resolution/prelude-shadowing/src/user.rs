use crate::a::Option;

pub fn named(_: Option, _: Vec<u8>) {}
