use crate::types::{Kind, Real};

pub type Alias = Real;
pub type Sort = Kind;
