//! Who the customers are, and whether somebody is signed in.

pub mod api;
pub mod events;

mod adapters;
mod application;
mod model;
