//! What a ranking is.

pub mod ranking;
