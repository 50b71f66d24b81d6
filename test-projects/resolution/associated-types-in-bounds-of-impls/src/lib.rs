pub mod service;
pub mod user;
