pub mod far;
pub mod other;
pub mod outer;
