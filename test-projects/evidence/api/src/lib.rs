//! The second facade.

/// What most need.
pub mod prelude {
    pub use facade::{Basket, Purchase, Remark, Total, load};
}

pub use facade::*;
