pub mod adapters;
pub mod service;
