//! The outside of fulfilment.

pub mod db;
pub mod mail;
