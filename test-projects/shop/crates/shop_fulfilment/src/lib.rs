//! How paid orders leave the house. The other half of the orders domain.

pub mod api;

mod adapters;
mod application;
mod model;
