//! What one can do with an account, and the ports this needs.

pub mod accounts;
pub mod ports;
