pub mod a;
pub mod b;
pub mod both;
pub mod user;
