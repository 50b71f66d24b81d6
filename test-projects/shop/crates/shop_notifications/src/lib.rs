//! Mails to customers.

pub mod api;

mod adapters;
mod application;
mod model;
