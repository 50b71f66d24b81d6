pub struct B;

pub fn around(_: super::Up, _: super::c::C, _: super::super::Root, _: self::B) {}
