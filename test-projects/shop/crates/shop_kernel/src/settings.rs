//! What the installation is configured with: the one place that reads the environment.

use std::env;

#[must_use]
pub fn text(key: &str) -> Option<String> {
    env::var(key).ok().filter(|value| !value.is_empty())
}

#[must_use]
pub fn number(key: &str, default: u64) -> u64 {
    text(key)
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}
