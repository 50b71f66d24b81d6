//! What one can do with the catalog.

pub mod ports;
pub mod products;
pub mod search;
