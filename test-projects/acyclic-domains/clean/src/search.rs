pub mod hits;
pub mod words;
