pub use crate::a::Thing as One;
