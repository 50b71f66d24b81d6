use ::base as outside;
use crate::a::Thing;

pub mod base {
    pub struct Own;
}

pub fn run(_: base::Own, _: ::base::Thing, _: outside::Thing, _: Thing) {}
