pub use crate::a::Shout as _;
