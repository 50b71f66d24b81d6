//! Invoices and payments.

pub mod api;

mod adapters;
mod application;
mod model;
