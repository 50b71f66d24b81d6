use crate::a::*;

pub fn glob(_: Vec, _: std::option::Option<u8>) {}
