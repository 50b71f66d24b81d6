//! How passwords are stored. Stands in for argon2.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

const ROUNDS: u32 = 1_000;

pub fn digest(salt: &str, password: &str) -> String {
    let mut hasher = DefaultHasher::new();
    for round in 0..ROUNDS {
        (round, salt, password).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

pub fn matches(salt: &str, password: &str, expected: &str) -> bool {
    digest(salt, password) == expected
}
