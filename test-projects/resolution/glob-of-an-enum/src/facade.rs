pub use crate::model::Kind::*;

pub fn new() {}
