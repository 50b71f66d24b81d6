use base::Thing;
use inner::Inner;

pub mod inner {
    pub struct Inner;
}

pub fn both(_: Thing, _: Inner) {}
