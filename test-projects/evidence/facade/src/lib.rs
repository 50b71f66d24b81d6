//! The first facade.

pub use store::order::*;
pub use store::order::Order as Purchase;
pub use store::total::Total;
