//! Shipping, and the ports it needs.

pub mod ports;
pub mod shipping;
