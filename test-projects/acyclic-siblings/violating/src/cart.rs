pub mod items;
pub mod label;
