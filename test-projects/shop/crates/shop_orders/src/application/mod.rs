//! What one can do with an order.

pub mod orders;
pub mod ports;
