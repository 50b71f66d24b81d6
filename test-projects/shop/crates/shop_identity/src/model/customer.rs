//! A customer and the address they are reached at.

use std::fmt;

use shop_kernel::clock::Timestamp;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::CustomerId;

use crate::model::credentials::Credentials;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim().to_lowercase();
        match text.split_once('@') {
            Some((local, host)) if !local.is_empty() && host.contains('.') => Ok(Self(text)),
            _ => Err(Failure::invalid("this is no e-mail address")),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Clone, Debug)]
pub struct Customer {
    pub id: CustomerId,
    pub name: String,
    pub email: Email,
    pub credentials: Credentials,
    pub verified_at: Option<Timestamp>,
}

impl Customer {
    pub fn is_verified(&self) -> bool {
        self.verified_at.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(
            Email::parse(" Ann@Example.org ").unwrap().as_str(),
            "ann@example.org"
        );
        assert!(Email::parse("ann@localhost").is_err());
    }
}
