//! What the shop sells, for how much, and how many of it are left.

pub mod api;
pub mod events;

mod adapters;
mod application;
mod model;
