pub mod shapes;
pub mod user;
