pub use crate::store::next_number;
