//! What an order is.

pub mod discount;
pub mod line;
pub mod order;
pub mod status;
