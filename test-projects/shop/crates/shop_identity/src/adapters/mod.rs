//! The outside of identity: its tables, and the randomness of tokens.

pub mod db;
pub mod password_hash;
pub mod tokens;
