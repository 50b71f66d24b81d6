pub mod named;
pub mod old;
