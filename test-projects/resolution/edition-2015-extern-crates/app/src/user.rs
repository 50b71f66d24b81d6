use base;
use a::Thing;

pub fn run(_: base::Thing, _: ::base::Thing, _: Thing) {}
