//! Where the figures come from, and the shapes they leave in.

pub mod db;
pub mod legacy_export;
