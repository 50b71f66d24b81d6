//! How a use case can fail, in words that every domain and the web understand.

use std::error::Error;
use std::fmt;

pub type Result<T> = std::result::Result<T, Failure>;

#[derive(Debug)]
pub enum Failure {
    NotFound { what: &'static str, id: u64 },
    Conflict(String),
    Invalid(String),
    Unauthorized,
    Storage(Box<dyn Error + Send + Sync>),
}

impl Failure {
    pub fn storage(error: impl Error + Send + Sync + 'static) -> Self {
        Self::Storage(Box::new(error))
    }

    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid(message.into())
    }

    pub fn conflict(message: impl Into<String>) -> Self {
        Self::Conflict(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { what, id } => write!(f, "no {what} with number {id}"),
            Self::Conflict(message) | Self::Invalid(message) => f.write_str(message),
            Self::Unauthorized => f.write_str("not signed in"),
            Self::Storage(error) => write!(f, "storage failed: {error}"),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Storage(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}
