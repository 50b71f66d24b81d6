//! What other domains may ask about customers.

use std::sync::Arc;

use shop_kernel::clock::Clock;
use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;
use shop_kernel::topic::Topic;

use crate::adapters::db::SqlAccounts;
use crate::adapters::tokens::RandomTokens;
use crate::application::accounts::Accounts;
use crate::events::CustomerRegistered;
use crate::model::customer::Customer;

/// What others may know about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    pub id: CustomerId,
    pub name: String,
    pub email: String,
    pub verified: bool,
}

impl From<Customer> for CustomerView {
    fn from(customer: Customer) -> Self {
        let verified = customer.is_verified();
        Self {
            id: customer.id,
            name: customer.name,
            email: customer.email.to_string(),
            verified,
        }
    }
}

#[derive(Clone)]
pub struct Identity {
    accounts: Arc<Accounts>,
}

impl Identity {
    pub fn connect(
        database: &Database,
        clock: Arc<dyn Clock>,
        registered: Arc<Topic<CustomerRegistered>>,
    ) -> Self {
        let repository = Arc::new(SqlAccounts::new(database.clone()));
        let accounts = Accounts::new(repository, Arc::new(RandomTokens), clock, registered);
        Self {
            accounts: Arc::new(accounts),
        }
    }

    pub fn customer(&self, id: CustomerId) -> Result<CustomerView> {
        self.accounts.customer(id).map(CustomerView::from)
    }

    pub fn register(&self, name: &str, email: &str, password: &str) -> Result<CustomerView> {
        self.accounts
            .register(name, email, password)
            .map(CustomerView::from)
    }

    /// Signs a customer in; the token opens the shop until it expires.
    pub fn sign_in(&self, email: &str, password: &str) -> Result<String> {
        self.accounts.sign_in(email, password)
    }

    pub fn who_is(&self, token: &str) -> Result<CustomerView> {
        self.accounts.who_is(token).map(CustomerView::from)
    }
}
