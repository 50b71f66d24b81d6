//! Telling customers, and the ports this needs.

pub mod notifier;
pub mod ports;
