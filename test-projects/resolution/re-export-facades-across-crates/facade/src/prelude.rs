pub use crate::Item;
