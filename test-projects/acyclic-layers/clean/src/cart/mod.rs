pub mod model;
pub mod web;
