//! What a customer is.

pub mod credentials;
pub mod customer;
pub mod session;
