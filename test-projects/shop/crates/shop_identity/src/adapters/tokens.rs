//! Tokens that nobody can guess.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use crate::application::ports::TokenSource;

pub struct RandomTokens;

impl TokenSource for RandomTokens {
    fn next(&self) -> String {
        let half = || RandomState::new().build_hasher().finish();
        format!("{:016x}{:016x}", half(), half())
    }
}
