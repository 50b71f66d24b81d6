pub mod local {
    pub struct Thing;
}

pub fn run(_: local::Thing, _: crate::inner::local::Thing) {}
