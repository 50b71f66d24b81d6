pub mod colors;
pub mod shapes;
pub mod user;
