//! Figures for the people who run the shop.

pub mod api;

mod adapters;
mod application;
mod model;
