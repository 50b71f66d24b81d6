//! What the notifier needs from outside.

use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;

use crate::model::message::Message;

pub trait Mailer: Send + Sync {
    fn send(&self, message: &Message) -> Result<()>;
}

pub trait AddressBook: Send + Sync {
    fn address(&self, customer: CustomerId) -> Result<String>;
}
