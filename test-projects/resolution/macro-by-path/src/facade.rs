pub use crate::named as renamed;
