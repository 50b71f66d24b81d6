pub extern crate base as local;

pub fn here(_: local::Thing) {}
