pub mod model;
pub mod user;
