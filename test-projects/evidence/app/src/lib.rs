//! Depends on `store` in ways that do not name it.

pub mod aliases;
pub mod bounds;
pub mod closures;
pub mod facades;
pub mod fields;
pub mod globs;
pub mod macros;
pub mod methods;
pub mod source;
