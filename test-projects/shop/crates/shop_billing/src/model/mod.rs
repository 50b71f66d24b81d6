//! What an invoice is, and when it is settled.

pub mod invoice;
pub mod payment;
