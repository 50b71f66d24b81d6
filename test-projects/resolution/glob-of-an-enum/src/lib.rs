pub mod facade;
pub mod inner;
pub mod model;
pub mod user;
