pub use crate::a::Hide as _;
pub use crate::a::Show as _;

pub const READY: bool = true;
