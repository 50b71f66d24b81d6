pub use super::first;
pub use first::One as Two;
