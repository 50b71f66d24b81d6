//! What proves that a customer is who they say.

use shop_kernel::error::{Failure, Result};

use crate::adapters::password_hash;

const SHORTEST: usize = 12;

#[derive(Clone, Debug)]
pub struct Credentials {
    salt: String,
    digest: String,
}

impl Credentials {
    pub fn choose(salt: String, password: &str) -> Result<Self> {
        if password.chars().count() < SHORTEST {
            return Err(Failure::invalid(format!(
                "a password has at least {SHORTEST} letters"
            )));
        }
        let digest = password_hash::digest(&salt, password);
        Ok(Self { salt, digest })
    }

    pub fn stored(salt: String, digest: String) -> Self {
        Self { salt, digest }
    }

    pub fn accept(&self, password: &str) -> bool {
        password_hash::matches(&self.salt, password, &self.digest)
    }

    pub fn salt(&self) -> &str {
        &self.salt
    }

    pub fn digest(&self) -> &str {
        &self.digest
    }
}

#[cfg(test)]
mod tests {
    use super::Credentials;

    #[test]
    fn only_the_chosen_password_is_accepted() {
        let credentials = Credentials::choose("salt".to_owned(), "correct horse battery").unwrap();
        assert!(credentials.accept("correct horse battery"));
        assert!(!credentials.accept("correct horse"));
    }
}
