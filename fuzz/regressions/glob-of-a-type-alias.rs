pub type Alias = elsewhere<crate>;
pub use self::Alias::*;
