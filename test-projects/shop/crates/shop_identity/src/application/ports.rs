//! What the use cases need from outside.

use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;

use crate::model::customer::{Customer, Email};
use crate::model::session::Session;

pub trait AccountRepository: Send + Sync {
    fn find(&self, id: CustomerId) -> Result<Option<Customer>>;
    fn find_by_email(&self, email: &Email) -> Result<Option<Customer>>;
    fn save(&self, customer: &Customer) -> Result<()>;
    fn open_session(&self, session: &Session) -> Result<()>;
    fn session(&self, token: &str) -> Result<Option<Session>>;
}

pub trait TokenSource: Send + Sync {
    fn next(&self) -> String;
}
