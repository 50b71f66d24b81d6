#![no_implicit_prelude]

use crate::a::*;

pub mod base {
    pub struct Thing;
}

pub fn own(_: base::Thing, _: ::base::Outside, _: Option, _: u8) {}
