//! The outside of notifications: the mail server, and who lives where.

pub mod identity;
pub mod smtp;
