//! Registering and signing in.

use std::sync::Arc;

use shop_kernel::clock::Clock;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::CustomerId;
use shop_kernel::topic::Topic;

use crate::application::ports::{AccountRepository, TokenSource};
use crate::events::CustomerRegistered;
use crate::model::credentials::Credentials;
use crate::model::customer::{Customer, Email};
use crate::model::session::Session;

pub struct Accounts {
    repository: Arc<dyn AccountRepository>,
    tokens: Arc<dyn TokenSource>,
    clock: Arc<dyn Clock>,
    registered: Arc<Topic<CustomerRegistered>>,
}

impl Accounts {
    pub fn new(
        repository: Arc<dyn AccountRepository>,
        tokens: Arc<dyn TokenSource>,
        clock: Arc<dyn Clock>,
        registered: Arc<Topic<CustomerRegistered>>,
    ) -> Self {
        Self {
            repository,
            tokens,
            clock,
            registered,
        }
    }

    pub fn customer(&self, id: CustomerId) -> Result<Customer> {
        let found = self.repository.find(id)?;
        found.ok_or(Failure::NotFound {
            what: "customer",
            id: id.raw(),
        })
    }

    pub fn register(&self, name: &str, email: &str, password: &str) -> Result<Customer> {
        let email = Email::parse(email)?;
        if self.repository.find_by_email(&email)?.is_some() {
            return Err(Failure::conflict("this address is registered already"));
        }
        let customer = Customer {
            id: CustomerId::new(self.clock.now().0),
            name: name.to_owned(),
            email,
            credentials: Credentials::choose(self.tokens.next(), password)?,
            verified_at: None,
        };
        self.repository.save(&customer)?;
        self.registered.publish(&CustomerRegistered {
            customer: customer.id,
            email: customer.email.to_string(),
        });
        Ok(customer)
    }

    pub fn sign_in(&self, email: &str, password: &str) -> Result<String> {
        let found = self.repository.find_by_email(&Email::parse(email)?)?;
        let customer = found.ok_or(Failure::Unauthorized)?;
        if !customer.credentials.accept(password) {
            return Err(Failure::Unauthorized);
        }
        let token = self.tokens.next();
        let opened = self.clock.now();
        self.repository.open_session(&Session {
            token: token.clone(),
            customer: customer.id,
            opened,
        })?;
        Ok(token)
    }

    pub fn who_is(&self, token: &str) -> Result<Customer> {
        let session = self
            .repository
            .session(token)?
            .ok_or(Failure::Unauthorized)?;
        if session.is_expired(self.clock.now()) {
            return Err(Failure::Unauthorized);
        }
        self.customer(session.customer)
    }
}
