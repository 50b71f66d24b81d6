pub mod functions;
pub mod types;
pub mod user;
