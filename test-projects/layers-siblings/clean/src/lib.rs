pub mod cart;
pub mod search;
pub mod store;
