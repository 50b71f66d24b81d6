pub mod cart;
pub mod search;
