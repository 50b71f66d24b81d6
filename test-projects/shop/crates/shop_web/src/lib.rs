//! The shop as a web server: wires the domains and translates HTTP.

pub mod answer;
pub mod routes;
pub mod session;
pub mod wiring;
