//! What a product is.

pub mod product;
pub mod sku;
