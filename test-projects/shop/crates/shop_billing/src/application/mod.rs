//! Writing invoices and booking payments.

pub mod invoicing;
pub mod payments;
pub mod ports;
