pub use base::*;

pub mod prelude;
